import type { CheckResult, ResultFile } from '../../helpers/model/result';
import { causeOf, causeText } from '../result/cause-of';
import { brokeOff } from '../result/verdict-sentence';
import { jsonText } from '../text/json-text';
import { referenceText } from '../text/reference-text';
import { visible, visibleLine } from '../text/visible';
import type { ReportFormat } from '../written/report-format';

/** For code scanning. */
export const format: ReportFormat = {
  id: 'sarif',
  file: 'result.sarif',
  words: 'SARIF 2.1.0, for code scanning',
  byDefault: false,
  render: renderSarif,
};

/**
 * A rule a check that failed, a result each; what is only warned of is a note. What the profile accepts is there and suppressed, so that it is neither an
 * alert nor forgotten; what could not be told is a remark on the run.
 */
function renderSarif(result: ResultFile): string {
  const { tool, startedAt, durationMs, checks } = result;
  const failed = checks.filter(
    (check) => check.verdict === 'failed' || check.verdict === 'accepted' || isWarned(check),
  );
  const undecided = checks.filter(({ verdict }) => verdict === 'could-not-tell');
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules: failed.map((check) => rule(check, result)) } },
        automationDetails: { id: `${tool.name}/${visibleLine(result.target.name)}/` },
        invocations: [
          {
            executionSuccessful: !brokeOff(result),
            startTimeUtc: startedAt,
            endTimeUtc: new Date(Date.parse(startedAt) + durationMs).toISOString(),
            toolExecutionNotifications: undecided.map(({ id, reason = '' }) => ({
              level: 'warning',
              message: { text: visible(`${id} could not tell: ${reason}`) },
            })),
          },
        ],
        results: failed.map((check, index) => alert(check, index, result)),
      },
    ],
  };
  return jsonText(log);
}

function rule(check: CheckResult, result: ResultFile) {
  const cause = causeOf(check, result);
  const written = referenceText(
    check.rows.map(({ number }) => number),
    check.reference,
  );
  const help = [check.why, cause && causeText(cause), written].filter(Boolean).join('\n\n');
  return {
    id: check.id,
    shortDescription: { text: visibleLine(`${check.suite}: ${check.title}`) },
    fullDescription: { text: visibleLine(check.why ?? check.title) },
    help: { text: visible(help) },
    defaultConfiguration: { level: levels[check.level] },
    properties: { tags: ['smtp', check.suite] },
  };
}

function alert(check: CheckResult, ruleIndex: number, result: ResultFile) {
  const cause = causeOf(check, result);
  const text = [isWarned(check) && check.warning, check.reason, cause && causeText(cause)].filter(Boolean).join('\n');
  return {
    ruleId: check.id,
    ruleIndex,
    level: isWarned(check) ? 'note' : levels[check.level],
    message: { text: visible(text || 'failed') },
    locations: [location(result)],
    // The same check of the same target is the same alert, whatever else the run said.
    partialFingerprints: { 'smtpAuthHarnessCheck/v1': `${result.target.name}/${check.id}` },
    ...(check.verdict === 'accepted' && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: visible(check.acceptedBecause ?? '') }],
    }),
  };
}

function isWarned({ verdict, warning }: CheckResult): boolean {
  return verdict === 'held' && warning !== undefined;
}

/** Code scanning shows a result at a file, and takes none without one: where nobody knows the file, it is named for the image. */
function location({ target }: ResultFile) {
  const named = target.image || target.name || 'target';
  return {
    physicalLocation: {
      artifactLocation: { uri: (target.definedIn ?? named).split('/').map(encodeURIComponent).join('/') },
      region: { startLine: 1 },
    },
    logicalLocations: [{ fullyQualifiedName: visibleLine(named), kind: 'resource' }],
  };
}

const levels = { must: 'error', should: 'warning', may: 'note' } as const satisfies Record<
  CheckResult['level'],
  string
>;
