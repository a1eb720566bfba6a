import type { CheckResult, ResultFile } from '../../helpers/model/result';
import { bySuite } from '../result/by-suite';
import { causeOf, causeText, reasonLine } from '../result/cause-of';
import { evidenceText } from '../text/evidence-text';
import { jsonLine } from '../text/json-text';
import { indented } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import type { ReportFormat } from '../written/report-format';

/** For harnesses that read the Test Anything Protocol, version 14. */
export const format: ReportFormat = {
  id: 'tap',
  file: 'result.tap',
  words: 'TAP 14, for other test harnesses',
  byDefault: false,
  render: renderTap,
};

/** A subtest a suite. What does not apply is a SKIP, what the profile accepts a TODO: known to fail, and no failure. */
function renderTap(result: ResultFile): string {
  const suites = [...bySuite(result.checks)];
  const blocks = suites.map(([suite, checks], index) => {
    const points = checks.map((check, place) => point(check, place + 1, result)).join('\n');
    const ok = checks.some(isWrong) ? 'not ok' : 'ok';
    return `# Subtest: ${escaped(suite)}\n${indented(`1..${checks.length}\n${points}`, '    ')}\n${ok} ${index + 1} - ${escaped(suite)}`;
  });
  return `${['TAP version 14', `1..${suites.length}`, ...blocks].join('\n')}\n`;
}

function point(check: CheckResult, number: number, result: ResultFile): string {
  const { id, title, verdict } = check;
  const described = `${number} - ${escaped(`${id} ${title}`)}`;
  switch (verdict) {
    case 'held':
      return `ok ${described}\n${details({ ...(check.warning !== undefined && { warning: check.warning }), duration_ms: check.durationMs })}`;
    case 'not-applicable':
      return `ok ${described} # SKIP ${escaped(reasonLine(check))}`;
    case 'accepted':
      return `not ok ${described} # TODO ${escaped(reasonLine(check))}\n${failure(check, result)}`;
    case 'failed':
    case 'could-not-tell':
      return `not ok ${described}\n${failure(check, result)}`;
  }
}

function failure(check: CheckResult, result: ResultFile): string {
  const cause = causeOf(check, result);
  return details({
    verdict: check.verdict,
    message: check.reason ?? '',
    ...(cause && { cause: causeText(cause).split('\n') }),
    level: check.level,
    reference: check.reference,
    duration_ms: check.durationMs,
    evidence: evidenceText(check.evidence).split('\n'),
  });
}

/** A YAML block. Values are written as JSON, which YAML has in it, so that nothing that a server said can end the block. */
function details(values: Readonly<Record<string, string | number | readonly string[]>>): string {
  const lines = Object.entries(values).map(([name, value]) =>
    typeof value === 'object'
      ? [`${name}:`, ...value.map((line) => `  - ${jsonLine(line)}`)].join('\n')
      : `${name}: ${jsonLine(value)}`,
  );
  return indented(['---', ...lines, '...'].join('\n'), '  ');
}

/** A backslash and what would begin a directive are escaped, as TAP 14 says. */
function escaped(text: string): string {
  return visibleLine(text).replace(/[\\#]/g, '\\$&');
}

function isWrong({ verdict }: CheckResult): boolean {
  return verdict === 'failed' || verdict === 'could-not-tell';
}
