import type { FailureMode, LogSign, ServerFacts } from '../model/failure-mode';
import { requiredLiterals } from './log/required-literals';
import { shortestText } from './log/text-search';
import type { UnwrappedLine } from './log/unwrap-line';

/** A sign with the mode that it belongs to. */
export interface IndexedSign {
  readonly mode: FailureMode;
  readonly sign: LogSign;
}

/** The signs of all modes, ordered so that only those are tried whose texts stand in a line. */
export interface SignIndex {
  readonly signs: readonly IndexedSign[];
  /** A line with none of these in it has no sign. */
  readonly literals: readonly string[];
  /** Whether a sign has no text that must be there, so that every line has to be tried. */
  readonly everyLine: boolean;
  /** The signs that a line can have in which these literals stand, given by their indexes. */
  readonly candidates: (literals: Iterable<number>) => readonly IndexedSign[];
  /** The signs of one line. */
  readonly match: (line: UnwrappedLine, facts: ServerFacts) => readonly IndexedSign[];
}

/** Builds the index. */
export function indexSigns(modes: readonly FailureMode[]): SignIndex {
  const signs = modes.flatMap((mode) => mode.symptoms.log.map((sign) => ({ mode, sign })));
  const signsOf = new Map<string, number[]>();
  const always: number[] = [];
  const literalsOf = remembered(requiredLiterals);
  signs.forEach(({ sign }, index) => {
    const required = literalsOf(sign.pattern);
    const literals = required?.some(({ length }) => length < shortestText) ? undefined : required;
    if (!literals) always.push(index);
    for (const literal of literals ?? []) {
      const known = signsOf.get(literal);
      if (known) known.push(index);
      else signsOf.set(literal, [index]);
    }
  });
  const literals = [...signsOf.keys()];
  const byLiteral = [...signsOf.values()];
  const candidates = (found: Iterable<number>) => {
    const tried = new Set([...always, ...[...found].flatMap((literal) => byLiteral[literal] ?? [])]);
    return [...tried].sort((a, b) => a - b).flatMap((index) => signs[index] ?? []);
  };
  return {
    signs,
    literals,
    everyLine: always.length > 0,
    candidates,
    match: (line, facts) => {
      const text = line.message.toLowerCase();
      const found = literals.flatMap((literal, index) => (text.includes(literal) ? [index] : []));
      return candidates(found).filter(({ sign }) => isOfProgram(sign, line.program) && matches(sign, line, facts));
    },
  };
}

/** Whether the program that writes the line is one that writes the sign. */
export function isOfProgram({ program }: LogSign, writtenBy: string | undefined): boolean {
  return !program || writtenBy === undefined || namesOf(writtenBy).some((name) => found(program, name));
}

/** People take syslog_name away, and commands have none where they are run: `smtp[2603]: …`, `postmap: warning: …`. */
function namesOf(program: string): readonly string[] {
  if (mayBePostfix.test(program)) return [program, `postfix/${program}`];
  return daemons.test(program) ? [`postfix/${program}`] : [program];
}

/** smtpd is OpenSMTPD’s as well. */
const mayBePostfix = /^(?:smtpd|post(?:alias|conf|map|multi|queue|super))$/;

const daemons =
  /^(?:cleanup|lmtp|local|pickup|pipe|postscreen|proxymap|qmgr|smtp|tlsmgr|tlsproxy|trivial-rewrite|virtual)$/;

/** Whether the sign is in the message. */
export function matches({ pattern, applies }: LogSign, { message }: UnwrappedLine, facts: ServerFacts): boolean {
  if (!applies) return found(pattern, message);
  pattern.lastIndex = 0;
  const match = pattern.exec(message);
  return match !== null && applies(match, facts);
}

/** Modes that write the same line have the same pattern. */
function remembered<T>(find: (pattern: RegExp) => T) {
  const known = new Map<string, T>();
  return (pattern: RegExp): T => {
    const before = known.has(pattern.source) ? (known.get(pattern.source) as T) : find(pattern);
    known.set(pattern.source, before);
    return before;
  };
}

/** A pattern with the flag g or y would begin where it stopped the last time. */
function found(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
