/**
 * Texts of which every match of a pattern contains at least one; undefined where none can be told. They let a reader
 * skip lines without trying the pattern. Lower case; and cut at characters that JSON escapes, so that they are found
 * in a wrapped line too.
 */
export function requiredLiterals(pattern: RegExp): readonly string[] | undefined {
  return readAlternatives(tokens(pattern.source))?.filter((literal, index, all) => all.indexOf(literal) === index);
}

/** Shorter ones are in so many lines that they save nothing. */
const shortest = 3;

type Token = readonly [kind: 'char' | 'other' | 'open' | 'look' | 'close' | 'or' | 'optional' | 'repeat', text: string];

function tokens(source: string): readonly Token[] {
  const found: Token[] = [];
  const lexer =
    /\\[bBAZ]|\\[dDsSwW]|\\[pPuxc](?:\{[^}]*\}|[0-9A-Fa-f]*)|\\(.)|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!])|\((?:\?(?::|<\w+>))?|[*?](?:\?)?|\+\??|\{(\d+)(?:,\d*)?\}\??|[)|^$.]|(.)/gsu;
  for (const match of source.matchAll(lexer)) {
    const [all, escaped, atLeast, plain] = match;
    if (plain !== undefined) found.push(['char', plain]);
    else if (escaped !== undefined) found.push(/[\dntrfvk0]/.test(escaped) ? ['other', all] : ['char', escaped]);
    else if (all.startsWith('(?') && /[=!]$/.test(all)) found.push(['look', all]);
    else if (all.startsWith('(')) found.push(['open', all]);
    else if (all === ')') found.push(['close', all]);
    else if (all === '|') found.push(['or', all]);
    else if (/^[*?]/.test(all) || atLeast === '0') found.push(['optional', all]);
    else if (/^[+{]/.test(all)) found.push(['repeat', all]);
    else found.push(['other', all]);
  }
  return found;
}

/** One literal of each alternative, or undefined where an alternative has none. */
function readAlternatives(all: readonly Token[]): readonly string[] | undefined {
  const best = splitAtTop(all).map(bestOfSequence);
  return best.includes(undefined) ? undefined : best.flatMap((literals) => literals ?? []);
}

function bestOfSequence(sequence: readonly Token[]): readonly string[] | undefined {
  const candidates: (readonly string[])[] = [];
  let run = '';
  const endRun = () => {
    if (run.length >= shortest) candidates.push([run]);
    run = '';
  };
  for (let index = 0; index < sequence.length; index++) {
    const [kind, text] = sequence[index] ?? ['other', ''];
    const next = sequence[index + 1]?.[0];
    if (kind === 'char') {
      const kept = next !== 'optional' && !/[^\x20-\x7e]|["\\/<>&]/.test(text);
      if (kept) run += text.toLowerCase();
      if (!kept || next === 'repeat') endRun();
    } else if (kind === 'open' || kind === 'look') {
      endRun();
      const end = closing(sequence, index);
      const optional = sequence[end + 1]?.[0] === 'optional';
      const literals = kind === 'look' || optional ? undefined : readAlternatives(sequence.slice(index + 1, end));
      if (literals) candidates.push(literals);
      index = end;
    } else if (!/^(?:\\[bB]|[$^])$/.test(text)) {
      endRun();
    }
  }
  endRun();
  return candidates.sort((a, b) => worth(b) - worth(a))[0];
}

/** Long ones are rare; what half of all lines begin with is as good as none. */
function worth(literals: readonly string[]): number {
  return Math.min(...literals.map((literal) => (common.has(literal) ? 1 : literal.length)));
}

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

function splitAtTop(all: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of all) {
    if (token[0] === 'open' || token[0] === 'look') depth++;
    if (token[0] === 'close') depth--;
    if (token[0] === 'or' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function closing(sequence: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < sequence.length; index++) {
    const kind = sequence[index]?.[0];
    if (kind === 'open' || kind === 'look') depth++;
    if (kind === 'close' && --depth === 0) return index;
  }
  return sequence.length;
}
