import { renderFollowed } from '../../../reports/diagnosis/followed';
import { diagnose } from '../../diagnosis/diagnose';
import type { Finding } from '../../model/diagnosis';
import type { FailureMode, ServerFacts } from '../../model/failure-mode';
import { serverRuns } from './server-runs';

/** What is followed, with what, and where each failure is told. */
export interface Followed {
  /** A name for it. */
  readonly name: string;
  /** What is written from now on; ends when nothing more is to be followed. */
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly modes: readonly FailureMode[];
  /** What the configuration says, read anew after each start of the server. */
  readonly facts: () => Promise<ServerFacts>;
  readonly write: (text: string) => unknown;
  /** The time that is told where a line has none. */
  readonly now: () => Date;
}

/** Names each failure once, as the log shows it; and once more when the server has started anew and still has it. */
export async function follow({ name, chunks, modes, facts, write, now }: Followed): Promise<void> {
  for await (const run of serverRuns(chunks)) {
    const told = new Map<string, Finding['confidence']>();
    const onFindings = (findings: readonly Finding[]) => {
      for (const finding of findings) {
        const before = told.get(finding.mode.id);
        // What was only possible is told again when it is sure, and not the other way round.
        const isKnown = before !== undefined && !(before === 'possible' && finding.confidence !== 'possible');
        if (finding.lines === 0 || isKnown) continue;
        told.set(finding.mode.id, finding.confidence);
        write(`${renderFollowed(finding, now())}\n`);
      }
    };
    await diagnose(modes, { logs: [{ name, chunks: run, format: 'lines' }], facts: await facts(), onFindings });
  }
}
