import type { FailureMode } from '../model/failure-mode';
import type { Judgement, LineJudge } from './line-judge';
import { BrokenLine } from './log/broken-line';
import { completions } from './log/completions';
import { headWithin, readingsOf } from './log/fragments';
import { type UnwrappedLine, unwrapLine } from './log/unwrap-line';

/** Judges the lines of a text that somebody has pasted, which may be pieces of lines, cut off, broken, or typed; one after the other. */
export class PastedJudge {
  readonly #judge: LineJudge;
  readonly #modes: readonly FailureMode[];
  readonly #broken = new BrokenLine();
  #known: string | undefined;

  constructor(judge: LineJudge, modes: readonly FailureMode[]) {
    this.#judge = judge;
    this.#modes = modes;
  }

  /** As what it is; where that says nothing, as what it may have been, or as the rest of the line before. */
  judge(text: string): Judgement {
    const judgement = this.#judgeAlone(text);
    if (judgement.claim || judgement.login) {
      this.#broken.known();
      return judgement;
    }
    for (const whole of this.#broken.withRest(text)) {
      const ofWhole = this.#judgeAlone(whole);
      if (ofWhole.claim) {
        this.#broken.known();
        return ofWhole;
      }
    }
    this.#broken.unknown(text);
    return judgement;
  }

  #judgeAlone(text: string): Judgement {
    const line = unwrapLine(text);
    const judgement = this.#judge.judge(line);
    if (judgement.claim || (judgement.login && !headWithin.test(text))) return judgement;
    const readings = [...this.#completed(line), ...readingsOf(line, text)];
    return (
      this.#firstOf(readings, false) ??
      (isTyped(line.message) ? this.#firstOf([line, ...readings], true) : undefined) ??
      judgement
    );
  }

  #firstOf(readings: readonly UnwrappedLine[], anyCase: boolean): Judgement | undefined {
    for (const reading of readings) {
      const claim = this.#judge.claimOf(reading, anyCase);
      if (claim) {
        const program = this.#judge.numberOf(reading.program);
        return { program, claim, login: undefined, complaint: undefined };
      }
    }
    return undefined;
  }

  /** The line as it may have gone on where it was cut off. */
  #completed(line: UnwrappedLine): readonly UnwrappedLine[] {
    this.#known ??= this.#modes
      .flatMap(({ symptoms }) => symptoms.log.map(({ specimen }) => unwrapLine(specimen).message))
      .join('\n');
    return completions(line.message, this.#known).map((message) => ({ ...line, message }));
  }
}

/** Whether it is all in capitals, has none, or one for each word: no program writes so. */
function isTyped(message: string): boolean {
  return !/[a-z]/.test(message) || !/[A-Z]/.test(message) || !/\b[a-z]/.test(message);
}
