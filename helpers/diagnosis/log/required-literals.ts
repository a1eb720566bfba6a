/**
 * Texts of which every match of a pattern contains at least one; undefined where none can be told. They let a reader
 * skip lines without trying the pattern. Lower case; and cut at characters that JSON escapes, so that they are found
 * in a wrapped line too.
 */
export function requiredLiterals(pattern: RegExp): readonly string[] | undefined {
  const literals = new PatternReader(pattern.source).alternatives();
  return literals && [...new Set(literals)];
}

/** Shorter ones are in so many lines that they save nothing. */
const shortest = 3;

/** Goes through the source of a pattern once: hundreds of them are read before the first line of a log. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** One literal of each alternative, or undefined where an alternative has none; as far as the group goes. */
  alternatives(): readonly string[] | undefined {
    const all: string[] = [];
    let lacking = false;
    for (;;) {
      const best = this.#sequence();
      if (best) all.push(...best);
      else lacking = true;
      if (this.#source[this.#at] !== '|') return lacking ? undefined : all;
      this.#at++;
    }
  }

  #sequence(): readonly string[] | undefined {
    let best: readonly string[] | undefined;
    let run = '';
    const offer = (literals: readonly string[]) => {
      if (!best || worth(literals) > worth(best)) best = literals;
    };
    const endRun = () => {
      if (run.length >= shortest) offer([run]);
      run = '';
    };
    for (;;) {
      const next = this.#source[this.#at];
      if (next === undefined || next === '|' || next === ')') {
        endRun();
        return best;
      }
      if (next === '(') {
        endRun();
        const literals = this.#group();
        if (literals) offer(literals);
        continue;
      }
      // Most of a pattern is plain; the last character may have a quantifier.
      const [plain = ''] = this.#match(plainText) ?? [];
      if (plain !== '') {
        run += plain.toLowerCase();
        continue;
      }
      const character = this.#character();
      if (character === atNoWidth) continue;
      const times = this.#times();
      const kept = times !== 'maybe none' && character !== ofSeveral && isKept.test(character);
      if (kept) run += character.toLowerCase();
      if (!kept || times === 'several') endRun();
    }
  }

  /** The literals of a group that has to be there. */
  #group(): readonly string[] | undefined {
    const [opening = ''] = this.#match(groupStart) ?? [];
    const literals = this.alternatives();
    this.#at++;
    return this.#times() === 'maybe none' || isLookaround.test(opening) ? undefined : literals;
  }

  /** What the next part of the pattern stands for: the character itself, one of several, or none. */
  #character(): string {
    const character = this.#source[this.#at] as string;
    if (character === '[') this.#match(characterClass);
    else if (character === '\\') return this.#escaped();
    else this.#at++;
    if (character === '^' || character === '$') return atNoWidth;
    return character === '[' || character === '.' ? ofSeveral : character;
  }

  #escaped(): string {
    const escaped = this.#source[this.#at + 1] as string;
    if (/[bB]/.test(escaped)) {
      this.#at += 2;
      return atNoWidth;
    }
    this.#match(escapeSequence);
    return /[\w]/.test(escaped) ? ofSeveral : escaped;
  }

  /** How often what stands before may occur, by the quantifier that comes next. */
  #times(): 'once' | 'several' | 'maybe none' {
    const character = this.#source[this.#at] as string;
    if (!/[*?+{]/.test(character ?? '')) return 'once';
    const [quantifier, least] = this.#match(quantified) ?? [];
    if (quantifier === undefined) return 'once';
    return /^[*?]/.test(quantifier) || least === '0' ? 'maybe none' : 'several';
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
}

const atNoWidth = '';
const ofSeveral = 'several';
const plainText = /[A-Za-z0-9 :;,_=@%#!~'`-]+(?![*?+{A-Za-z0-9 :;,_=@%#!~'`-])/y;
const groupStart = /\((?:\?(?::|<?[=!]|<\w+>))?/y;
const isLookaround = /[=!]$/;
const characterClass = /\[(?:\\.|[^\]\\])*\]/sy;
const escapeSequence = /\\(?:[pPuxc](?:\{[^}]*\}|[0-9A-Fa-f]*)|k<\w+>|.)/sy;
const quantified = /(?:[*?+]|\{(\d+)(?:,\d*)?\})\??/y;
/** A character that is the same in a line of JSON or of a page. */
const isKept = /^[\x20-\x7e]$(?<!["\\/<>&])/;

/** Long ones are rare; what half of all lines begin with is as good as none, and what every refusal has is worth little. */
function worth(literals: readonly string[]): number {
  return Math.min(...literals.map((literal) => (common.has(literal) ? 1 : (worthOf.get(literal) ?? literal.length))));
}

const worthOf: ReadonlyMap<string, number> = new Map([
  [' said: ', 6.9],
  [' refused to talk to me: ', 6.9],
]);

const common: ReadonlySet<string> = new Set([
  ...[
    'warning: ',
    'fatal: ',
    'error: ',
    'reject: ',
    ': reject: ',
    ': reject: rcpt from ',
    'noqueue: reject: rcpt from ',
  ],
  ...[
    'status=deferred (',
    'status=bounced (',
    'warning: tls library problem: ',
    'warning: sasl authentication failure: ',
  ],
]);
