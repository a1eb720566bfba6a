import type { CheckResult, ResultFile, TargetSummary } from '../../helpers/model/result';
import { bySuite } from '../result/by-suite';
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
 * The result as JUnit XML, as CI servers read it. Failed is a failure, could not tell is an error (as a test that
 * broke), not applicable and accepted are skipped. A case is named as the Jest test is, so that either leads to the other.
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
      timestamp: result.startedAt,
      hostname: result.target.hostname,
    },
    children: [
      properties(targetFacts(result.target)),
      ...checks.map((check) => testcase(check, causesOf(result, check))),
    ],
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

function testcase(check: CheckResult, causes: string): XmlElement {
  return {
    name: 'testcase',
    attributes: { classname: check.suite, name: `${check.id} ${check.title}`, time: seconds(check.durationMs) },
    children: [...howtoRows(check), ...outcome(check, causes)],
  };
}

/** One property a row, as pytest writes properties of a case: servers show them or pass over them. */
function howtoRows({ rows }: CheckResult): readonly XmlElement[] {
  const facts = rows.map(({ number, title }): Fact => ['howto.row', `${number} ${title}`]);
  return facts.length > 0 ? [properties(facts)] : [];
}

function outcome(check: CheckResult, causes: string): readonly XmlElement[] {
  const message = check.reason;
  switch (check.verdict) {
    case 'held':
      return [];
    case 'not-applicable':
      return [{ name: 'skipped', attributes: { message } }];
    case 'accepted':
      return [{ name: 'skipped', attributes: { message: `accepted: ${check.acceptedBecause}` }, text: details(check) }];
    case 'failed':
      return [{ name: 'failure', attributes: { message, type: check.level }, text: causes + details(check) }];
    case 'could-not-tell':
      return [{ name: 'error', attributes: { message, type: check.verdict }, text: causes + details(check) }];
  }
}

/** Why it failed and what mends that, before what was seen: nothing where no cause explains it. */
function causesOf({ failureModes }: ResultFile, { id }: CheckResult): string {
  const causes = failureModes.filter(({ explains }) => explains.includes(id));
  return causes
    .map(({ title, repair }) => `${[`${title}. ${repair.words}`, ...repair.commands].join('\n  ')}\n\n`)
    .join('');
}

function details(check: CheckResult): string {
  const numbers = check.rows.map(({ number }) => number);
  return [check.reason, referenceText(numbers, check.reference), evidenceText(check.evidence)]
    .filter(Boolean)
    .join('\n\n');
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
