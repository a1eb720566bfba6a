import type { CheckResult, ResultFile, TargetSummary } from '../../helpers/model/result';
import { bySuite } from '../result/by-suite';
import { causeOf, causeText, reasonLine } from '../result/cause-of';
import { shortName } from '../result/short-name';
import { summarise } from '../result/summary';
import { evidenceText } from '../text/evidence-text';
import { referenceText } from '../text/reference-text';
import { renderXml, type XmlElement } from '../text/xml';
import type { ReportFormat } from '../written/report-format';

/** For the view that CI servers have of tests. */
export const format: ReportFormat = {
  id: 'junit',
  file: 'junit.xml',
  words: 'JUnit XML, for the view that CI servers have of tests',
  byDefault: true,
  render: renderJunit,
};

/**
 * The result as JUnit XML. Failed is a failure, could not tell is an error (as a test that broke), not applicable and
 * accepted are skipped. CI servers know a case again by its class and name: the target with the suite, and the check.
 */
export function renderJunit(result: ResultFile): string {
  return renderXml({
    name: 'testsuites',
    attributes: { name: result.tool.name, ...counts(result.checks), time: seconds(result.durationMs) },
    children: [...bySuite(result.checks)].map(([suite, checks]) => testsuite(result, suite, checks)),
  });
}

function testsuite(result: ResultFile, suite: string, checks: readonly CheckResult[]): XmlElement {
  return {
    name: 'testsuite',
    attributes: {
      name: suite,
      ...counts(checks),
      time: seconds(checks.reduce((sum, check) => sum + check.durationMs, 0)),
      // As the schema of Ant's has it: to the second, without a zone.
      timestamp: result.startedAt.slice(0, 19),
    },
    children: [properties(targetFacts(result.target)), ...checks.map((check) => testcase(check, result))],
  };
}

function counts(checks: readonly CheckResult[]) {
  const summary = summarise(checks);
  return {
    tests: checks.length,
    failures: summary.failed,
    errors: summary.couldNotTell,
    skipped: summary.notApplicable + summary.accepted,
  };
}

function targetFacts(target: TargetSummary): readonly Fact[] {
  const facts: Record<string, string | undefined> = {
    'target.name': target.name,
    'target.image': target.image,
    'target.mta': target.mta,
    'target.hostname': target.hostname,
    'target.notice': target.notice,
  };
  for (const [name, version] of Object.entries(target.versions)) facts[`target.version.${name}`] = version;
  return Object.entries(facts).flatMap(([name, value]) => (value ? [[name, value]] : []));
}

type Fact = readonly [name: string, value: string];

function properties(facts: readonly Fact[]): XmlElement {
  return {
    name: 'properties',
    children: facts.map(([name, value]) => ({ name: 'property', attributes: { name, value } })),
  };
}

function testcase(check: CheckResult, result: ResultFile): XmlElement {
  return {
    name: 'testcase',
    attributes: {
      classname: `${result.target.name}.${check.suite}`,
      name: `${shortName(check)}: ${check.title}`,
      file: result.target.definedIn,
      time: seconds(check.durationMs),
    },
    children: outcome(check, result),
  };
}

function outcome(check: CheckResult, result: ResultFile): readonly XmlElement[] {
  const attributes = { message: message(check, result), type: check.verdict };
  const text = details(check, result);
  switch (check.verdict) {
    case 'held':
      return check.warning === undefined
        ? []
        : [{ name: 'system-out', text: `warning: ${check.warning}\n${check.reason ?? ''}` }];
    case 'not-applicable':
      return [{ name: 'skipped', attributes: { message: attributes.message } }];
    case 'accepted':
      return [{ name: 'skipped', attributes: { message: attributes.message }, text }];
    case 'failed':
      return [{ name: 'failure', attributes, text }];
    case 'could-not-tell':
      return [{ name: 'error', attributes, text }];
  }
}

/** One line, as CI servers show it in lists: the cause where it is known. */
function message(check: CheckResult, result: ResultFile): string {
  return causeOf(check, result)?.title ?? reasonLine(check);
}

function details(check: CheckResult, result: ResultFile): string {
  const cause = causeOf(check, result);
  const numbers = check.rows.map(({ number }) => number);
  return [
    cause && causeText(cause),
    check.reason,
    check.id,
    referenceText(numbers, check.reference),
    evidenceText(check.evidence),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
