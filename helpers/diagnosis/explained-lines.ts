import type { LogSign } from '../model/failure-mode';
import type { UnwrappedLine } from './log/unwrap-line';
import type { IndexedSign } from './sign-index';

/**
 * The lines that follow from one that a mode is named by. `Requested identity not authenticated identity` is followed by
 * `SASL PLAIN authentication failed: authentication failure` of the same process: that one has been explained, and
 * suggests no wrong password. Each accompanying sign is used up by one line, so that the next session is judged anew.
 */
export class ExplainedLines {
  readonly #due = new Map<string, Set<LogSign>>();

  /** Whether a line with these signs follows from an earlier one of its process; notes what it makes due itself. */
  follows(line: UnwrappedLine, matched: readonly IndexedSign[]): boolean {
    const process = `${line.program}[${line.pid}]`;
    const due = this.#due.get(process);
    const used = matched.filter(({ sign }) => due?.has(sign));
    for (const { sign } of used) due?.delete(sign);

    const naming = matched.filter(({ sign }) => sign.strength === 'names');
    const accompanying = naming.flatMap(({ mode }) => mode.symptoms.log.filter(isAccompanying));
    if (accompanying.length > 0) this.#expect(process, accompanying);
    return used.length > 0 && naming.length === 0;
  }

  #expect(process: string, signs: readonly LogSign[]): void {
    this.#due.delete(process);
    this.#due.set(process, new Set(signs));
    const [oldest] = this.#due.keys();
    if (this.#due.size > mostProcesses && oldest !== undefined) this.#due.delete(oldest);
  }
}

const mostProcesses = 1000;

function isAccompanying({ strength }: LogSign): boolean {
  return strength === 'accompanies';
}
