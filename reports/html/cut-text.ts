import type { CheckResult, ResultFile } from '../../helpers/model/result';

/** How much of what was seen a page shows, so that it stays one that can be opened; the result file has all of it. */
export interface Limits {
  /** Characters of a line, and of a reason. */
  readonly line: number;
  /** Lines of a session, of the log, of notes. */
  readonly lines: number;
  /** Characters of a message. */
  readonly message: number;
  /** The evidence of which checks is shown at all. */
  readonly evidenceOf: 'all' | 'not held' | 'none';
}

/** From the most that is ever shown to the least. */
export const limits: readonly Limits[] = [
  { line: 2000, lines: 500, message: 6000, evidenceOf: 'all' },
  { line: 300, lines: 60, message: 1000, evidenceOf: 'all' },
  { line: 200, lines: 40, message: 500, evidenceOf: 'not held' },
  { line: 200, lines: 0, message: 0, evidenceOf: 'none' },
];

/** A text that may be very long. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)} … ${text.length - most} characters more in result.json`;
}

/** The first of many, and in words how many there are besides. */
export function cutList<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly more: string } {
  const left = all.length - most;
  return { shown: all.slice(0, most), more: left > 0 ? `… ${left} lines more in result.json` : '' };
}

/** Whether what was seen by a check is shown. */
export function showsEvidence({ verdict }: CheckResult, { evidenceOf }: Limits): boolean {
  return evidenceOf === 'all' || (evidenceOf === 'not held' && verdict !== 'held');
}

/** How many characters of evidence a page within these limits has at least: told without making it. */
export function leastSize({ checks }: ResultFile, limits: Limits): number {
  const shown = checks.filter((check) => showsEvidence(check, limits));
  const texts = shown.flatMap(({ evidence: { transcripts, logLines, relayed, notes } }) => [
    ...transcripts.flatMap(({ entries }) =>
      entries.slice(0, limits.lines).map(({ text }) => [text, limits.line] as const),
    ),
    ...[logLines, notes].flatMap((lines) => lines.slice(0, limits.lines).map((line) => [line, limits.line] as const)),
    ...relayed.map(({ body }) => [body, limits.message] as const),
  ]);
  return texts.reduce((sum, [text, most]) => sum + Math.min(text.length, most), 0);
}
