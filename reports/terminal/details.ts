import type { CheckResult } from '../../helpers/model/result';
import { isWrong } from '../../helpers/model/verdict';
import { evidenceText } from '../text/evidence-text';
import { referenceText } from '../text/reference-text';
import { indented, wrap } from '../text/text-layout';
import { visible, visibleLine } from '../text/visible';
import { type Paint, verdictSign } from './paint';

/** How the details are laid out. */
export interface DetailsOptions {
  readonly paint: Paint;
  readonly proseWidth: number;
  /** Those of every check that saw something. */
  readonly verbose: boolean;
}

/**
 * For each check that failed or is undecided: what it asks, why it is so, and what was seen. Checks that broke for
 * the same reason without having seen anything (a server that did not start breaks dozens) share one entry.
 */
export function renderDetails(checks: readonly CheckResult[], options: DetailsOptions): readonly string[] {
  const shown = checks.filter((check) => isWrong(check) || (options.verbose && evidenceText(check.evidence) !== ''));
  const entries = new Map<string, CheckResult[]>();
  for (const check of shown) {
    const key = sharedReason(check) ?? check.id;
    entries.set(key, [...(entries.get(key) ?? []), check]);
  }
  return [...entries.values()].map((entry) => renderEntry(entry, options));
}

function sharedReason(check: CheckResult): string | undefined {
  return check.verdict === 'could-not-tell' && evidenceText(check.evidence) === ''
    ? `because ${check.reason}`
    : undefined;
}

function renderEntry(entry: readonly CheckResult[], options: DetailsOptions): string {
  const heads = entry.map((check) => renderHead(check, options));
  const [first] = entry;
  if (first === undefined) return '';
  const reason = first.reason === undefined ? '' : wrap(visible(first.reason), options.proseWidth, '  ');
  const evidence = indented(evidenceText(first.evidence), '  ');
  return [[...heads, reason].filter(Boolean).join('\n'), evidence].filter(Boolean).join('\n\n');
}

function renderHead(check: CheckResult, options: DetailsOptions): string {
  const title = options.paint('strong', `${check.id} ${visibleLine(check.title)}`);
  const numbers = check.rows.map(({ number }) => number);
  const reference = referenceText(numbers, check.reference);
  const shown = reference === '' ? '' : options.paint('faint', ` (${check.level}, ${reference})`);
  return `${verdictSign(check.verdict, options.paint)} ${title}${shown}`;
}
