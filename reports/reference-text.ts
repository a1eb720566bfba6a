import type { CheckResult } from '../helpers/model/result';

/** Where it is written what a check asks: `how-to rows 3, 10; RFC 4954 section 4`. Empty if nobody says. */
export function referenceText({ rows, reference }: Pick<CheckResult, 'rows' | 'reference'>): string {
  const numbers = rows.map(({ number }) => number).join(', ');
  return [rows.length > 0 ? `how-to ${rows.length === 1 ? 'row' : 'rows'} ${numbers}` : '', reference]
    .filter(Boolean)
    .join('; ');
}
