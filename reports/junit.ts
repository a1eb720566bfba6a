import type { CheckResult, ResultFile, TargetSummary } from '../helpers/model/result';
import { bySuite } from './by-suite';
import { evidenceText } from './evidence-text';
import { summarise } from './summary';
import { renderXml, type XmlElement } from './xml';

/**
 * The result as JUnit XML, as CI servers read it. Failed is a failure, could not tell is an error (as a test that
 * broke), not applicable is skipped. A case is named as the Jest test is, so that either leads to the other.
 */
export const renderJunit = (result: ResultFile): string =>
  renderXml({
    name: 'testsuites',
    attributes: { name: result.tool.name, ...counts(result.checks), time: seconds(result.durationMs) },
    children: [...bySuite(result.checks)].map(([suite, checks]) => testsuite(result, suite, checks)),
  });

const testsuite = (result: ResultFile, suite: string, checks: readonly CheckResult[]): XmlElement => ({
  name: 'testsuite',
  attributes: {
    name: suite,
    ...counts(checks),
    time: seconds(checks.reduce((sum, check) => sum + check.durationMs, 0)),
    timestamp: result.startedAt,
    hostname: result.target.hostname,
  },
  children: [properties(result.target), ...checks.map(testcase)],
});

const counts = (checks: readonly CheckResult[]) => {
  const summary = summarise(checks);
  return {
    tests: checks.length,
    failures: summary.failed,
    errors: summary.couldNotTell,
    skipped: summary.notApplicable,
  };
};

const properties = (target: TargetSummary): XmlElement => {
  const facts: Record<string, string | undefined> = {
    'target.name': target.name,
    'target.image': target.image,
    'target.mta': target.mta,
    'target.hostname': target.hostname,
    'target.notice': target.notice,
  };
  for (const [name, version] of Object.entries(target.versions)) facts[`target.version.${name}`] = version;
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  return {
    name: 'properties',
    children: known.map(([name, value]) => ({ name: 'property', attributes: { name, value } })),
  };
};

const testcase = (check: CheckResult): XmlElement => ({
  name: 'testcase',
  attributes: { classname: check.suite, name: `${check.id} ${check.title}`, time: seconds(check.durationMs) },
  children: outcome(check),
});

const outcome = (check: CheckResult): readonly XmlElement[] => {
  const message = check.reason;
  switch (check.verdict) {
    case 'held':
      return [];
    case 'not-applicable':
      return [{ name: 'skipped', attributes: { message } }];
    case 'failed':
      return [{ name: 'failure', attributes: { message, type: check.level }, text: details(check) }];
    case 'could-not-tell':
      return [{ name: 'error', attributes: { message, type: check.verdict }, text: details(check) }];
  }
};

const details = (check: CheckResult): string =>
  [check.reason, check.reference, evidenceText(check.evidence)].filter(Boolean).join('\n\n');

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
