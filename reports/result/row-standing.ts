import type { CheckResult } from '../../helpers/model/result';

/** Such as `12 of 14 checks held: open-relay/x, open-relay/y failed; 1 not applicable`. */
export function rowStanding(checks: readonly CheckResult[]): string {
  const skipped = checks.filter(({ verdict }) => verdict === 'not-applicable').length;
  const asked = checks.length - skipped;
  if (asked === 0) return 'no check applies';
  const held = checks.filter(({ verdict }) => verdict === 'held').length;
  const sum = `${held} of ${asked} ${asked === 1 ? 'check' : 'checks'} held`;
  const wrong = [
    named(checks, 'failed', 'failed'),
    named(checks, 'accepted', 'accepted'),
    named(checks, 'could-not-tell', 'could not tell'),
  ].filter(Boolean);
  return [
    [sum, wrong.join('; ')].filter(Boolean).join(': '),
    ...(skipped > 0 ? [`${skipped} not applicable`] : []),
  ].join('; ');
}

/** A server that did not start leaves dozens without an answer; the first few show which. */
const mostNames = 4;

function named(checks: readonly CheckResult[], verdict: CheckResult['verdict'], words: string): string {
  const ids = checks.filter((check) => check.verdict === verdict).map(({ id }) => id);
  if (ids.length === 0) return '';
  const more = ids.length > mostNames ? ` and ${ids.length - mostNames} more` : '';
  return `${ids.slice(0, mostNames).join(', ')}${more} ${words}`;
}
