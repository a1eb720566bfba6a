import type { ResultFile } from '../../helpers/model/result';

/** What a reader must be told although the checks held: checks that warn of the same thing are one entry. */
export interface Warning {
  /** Such as `trusted by address: 172.17.0.1, 10.1.2.3`. */
  readonly text: string;
  /** The ids of the checks. */
  readonly checks: readonly string[];
}

/** The warnings of a run, in the order of its checks. */
export function warnings({ checks }: Pick<ResultFile, 'checks'>): readonly Warning[] {
  const found = new Map<string, { readonly details: string[]; readonly checks: string[] }>();
  for (const { id, verdict, warning } of checks) {
    // One that --strict made a failure is told as such.
    if (warning === undefined || verdict !== 'held') continue;
    const [, kind = warning, detail] = /^([^:]+): (.*)$/s.exec(warning) ?? [];
    const entry = found.get(kind) ?? { details: [], checks: [] };
    if (detail !== undefined && !entry.details.includes(detail)) entry.details.push(detail);
    entry.checks.push(id);
    found.set(kind, entry);
  }
  return [...found].map(([kind, { details, checks }]) => ({ text: [kind, ...list(details)].join(': '), checks }));
}

/** What follows from a warning, the same for all. */
export const whatWarningsMean = 'nobody has said whether that is meant: a profile can, and --strict lets it fail';

function list(details: readonly string[]): readonly string[] {
  return details.length > 0 ? [details.join(', ')] : [];
}
