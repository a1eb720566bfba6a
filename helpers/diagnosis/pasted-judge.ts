import type { FailureMode } from '../model/failure-mode';
import type { Claim } from './claim';
import type { Judgement, LineJudge } from './line-judge';
import { BrokenLine } from './log/broken-line';
import { completions, continuations, withSameValues } from './log/completions';
import { headWithin, type Reading, readingsOf } from './log/fragments';
import { plainText } from './log/plain-text';
import { type UnwrappedLine, unwrapLine } from './log/unwrap-line';

/** Judges the lines of a text that somebody has pasted, which may be pieces of lines, cut off, broken, or typed; one after the other. */
export class PastedJudge {
  readonly #judge: LineJudge;
  readonly #modes: readonly FailureMode[];
  readonly #broken = new BrokenLine();

  constructor(judge: LineJudge, modes: readonly FailureMode[]) {
    this.#judge = judge;
    this.#modes = modes;
  }

  /** As what it is; where that says nothing, as what it may have been, or as the rest of the line before. */
  judge(given: string): Judgement {
    const text = plainText(given);
    const judgement = this.#judgeAlone(text);
    const names = judgement.claim?.names === true;
    const isWhole = (names && this.#claimOf(text)?.names) || judgement.login;
    for (const whole of isWhole ? [] : this.#broken.withRest(text)) {
      // What names something as a piece alone may say something else, or less, with what stands before it.
      const ofWhole = names ? this.#judge.judge(unwrapLine(whole)) : this.#judgeAlone(whole);
      if (ofWhole.claim?.names || (ofWhole.claim && (names || !judgement.claim))) {
        this.#broken.known();
        return ofWhole;
      }
    }
    if (names || judgement.login) this.#broken.known();
    else this.#broken.unknown(text);
    return judgement;
  }

  #claimOf(text: string): Claim | undefined {
    return this.#judge.claimOf(unwrapLine(text));
  }

  #judgeAlone(text: string): Judgement {
    const line = unwrapLine(text);
    const judgement = this.#judge.judge(line);
    const names = judgement.claim?.names === true;
    const mayHoldMore = severalLines.test(text) && (!names || isHarmless(judgement.claim));
    const ofPart = mayHoldMore ? this.#firstOf(readingsOf(line, text)) : undefined;
    if (ofPart) return ofPart;
    if (names) return judgement;
    const completed = this.#oneOf(line, completions(line.message, linesOf(this.#modes)));
    if (completed?.claim?.names) return { ...completed, login: judgement.login };
    if (judgement.claim && tells(judgement.claim)) return judgement;
    if (judgement.login) {
      // A reply is whole without what Postfix logs behind it.
      const continued = line.program === undefined ? undefined : this.#continued(line);
      return { ...(completed ?? continued ?? judgement), login: judgement.login };
    }
    const readings = judgement.claim ? [] : readingsOf(line, text);
    return (
      completed ??
      this.#firstOf(readings) ??
      (isTyped(line.message) ? this.#firstOf([line, ...readings], true) : undefined) ??
      this.#continued(line) ??
      judgement
    );
  }

  #continued(line: UnwrappedLine): Judgement | undefined {
    return this.#oneOf(line, continuations(line.message, linesOf(this.#modes)));
  }

  /** The line was one of these before it was cut off. */
  #oneOf(line: UnwrappedLine, messages: readonly string[]): Judgement | undefined {
    const claims = messages.flatMap((message) => this.#judge.claimOf({ ...line, message }) ?? []);
    return claims.length === 0
      ? undefined
      : this.#judgementOf({ ...line, isGuessed: true }, this.#judge.claims.oneOf(claims));
  }

  /** The first reading that claims something, what is harmless only where nothing else is claimed. */
  #firstOf(readings: readonly Reading[], anyCase = false): Judgement | undefined {
    let harmless: Judgement | undefined;
    for (const reading of readings) {
      const claim = this.#judge.claimOf(reading, anyCase);
      if (claim && !isHarmless(claim)) return this.#judgementOf(reading, claim);
      if (claim) harmless ??= this.#judgementOf(reading, claim);
    }
    return harmless;
  }

  #judgementOf({ program, isGuessed }: Reading, said: Claim | undefined): Judgement {
    const claim = said && isGuessed ? this.#judge.claims.inDoubt(said) : said;
    return { program: this.#judge.numberOf(program), claim, login: undefined, complaint: undefined };
  }
}

/** The lines of these modes, one below the other. */
function linesOf(modes: readonly FailureMode[]): string {
  const known = linesOfModes.get(modes);
  if (known !== undefined) return known;
  const lines = withSameValues(
    modes
      .flatMap(({ symptoms }) => symptoms.log.map(({ specimen }) => unwrapLine(specimen).message))
      .filter((message) => !hasNote.test(message))
      .join('\n'),
  );
  linesOfModes.set(modes, lines);
  return lines;
}

const linesOfModes = new WeakMap<readonly FailureMode[], string>();

/** No reply goes on so: it is what a whole session adds to it. */
const hasNote = / \(session: /;

/** In a string, as in JSON, or run together. */
const severalLines = new RegExp(`${/\\n\w/.source}|${headWithin.source}`);

/** It names or suggests something, and does not only go with it. */
function tells({ telling }: Claim): boolean {
  return telling.length > 0;
}

function isHarmless(claim: Claim | undefined): boolean {
  return claim !== undefined && tells(claim) && claim.telling.every(({ kind }) => kind === 'noise');
}

/** Whether it is all in capitals, has none, or one for each word: no program writes so. */
function isTyped(message: string): boolean {
  return !/[a-z]/.test(message) || !/[A-Z]/.test(message) || !/\b[a-z]/.test(message);
}
