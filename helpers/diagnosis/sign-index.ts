import type { FailureMode, LogSign, ServerFacts } from '../model/failure-mode';
import { requiredLiterals } from './log/required-literals';
import { TextSearch } from './log/text-search';
import type { UnwrappedLine } from './log/unwrap-line';
import { longestLine } from './log/whole-lines';

/** A sign with the mode that it belongs to. */
export interface IndexedSign {
  readonly mode: FailureMode;
  readonly sign: LogSign;
}

/** The signs of all modes, ordered so that only those are tried whose texts stand in a line. */
export interface SignIndex {
  /** A line with none of these in it has no sign. */
  readonly literals: readonly string[];
  /** Whether a sign has no text that must be there, so that every line has to be tried. */
  readonly everyLine: boolean;
  readonly match: (line: UnwrappedLine, facts: ServerFacts) => readonly IndexedSign[];
}

/** Builds the index. */
export function indexSigns(modes: readonly FailureMode[]): SignIndex {
  const signs = modes.flatMap((mode) => mode.symptoms.log.map((sign) => ({ mode, sign })));
  const signsOf = new Map<string, number[]>();
  const always: number[] = [];
  const literalsOf = remembered(requiredLiterals);
  signs.forEach(({ sign }, index) => {
    const literals = literalsOf(sign.pattern);
    if (!literals) always.push(index);
    for (const literal of literals ?? []) signsOf.set(literal, [...(signsOf.get(literal) ?? []), index]);
  });
  const literals = [...signsOf.keys()];
  const byLiteral = [...signsOf.values()];
  const search = new TextSearch(literals);
  const findIn = (message: string) =>
    search.findAll(scratch, scratch.write(message.slice(0, scratch.length), 'latin1'));
  const candidates = remembering((hits) => {
    const tried = new Set([...always, ...hits.flatMap((hit) => byLiteral[hit] ?? [])]);
    return [...tried].sort((a, b) => a - b).flatMap((index) => signs[index] ?? []);
  });
  return {
    literals,
    everyLine: always.length > 0,
    match: (line, facts) => candidates(findIn(line.message)).filter(({ sign }) => matches(sign, line, facts)),
  };
}

/** Modes that write the same line have the same pattern. */
function remembered<T>(find: (pattern: RegExp) => T) {
  const known = new Map<string, T>();
  return (pattern: RegExp): T => {
    const found = known.has(pattern.source) ? (known.get(pattern.source) as T) : find(pattern);
    known.set(pattern.source, found);
    return found;
  };
}

/** A message in bytes, for a moment. */
const scratch = Buffer.alloc(longestLine);

/** Most lines of a log have one of a few combinations of texts: what to try for each is worked out once. */
function remembering(find: (hits: readonly number[]) => readonly IndexedSign[]) {
  const known = new Map<string, readonly IndexedSign[]>();
  return (hits: readonly number[]): readonly IndexedSign[] => {
    const key = hits.join();
    const before = known.get(key);
    if (before) return before;
    const found = find(hits);
    if (known.size < mostRemembered) known.set(key, found);
    return found;
  };
}

const mostRemembered = 5000;

function matches({ pattern, program, applies }: LogSign, line: UnwrappedLine, facts: ServerFacts): boolean {
  if (program && line.program !== undefined && !found(program, line.program)) return false;
  if (!applies) return found(pattern, line.message);
  pattern.lastIndex = 0;
  const match = pattern.exec(line.message);
  return match !== null && applies(match, facts);
}

/** A pattern with the flag g or y would begin where it stopped the last time. */
function found(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
