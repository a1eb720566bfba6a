import type { CheckResult, FoundCause, ResultFile, TargetSummary } from '../../helpers/model/result';
import { isWrong } from '../../helpers/model/verdict';
import { howtoRows } from '../result/howto-rows';
import { resultSchema } from '../result/parse-result';
import { summarise } from '../result/summary';
import type { Explanation } from './run-folder';

/** A test as Jest ran it, known by its title to be that of a check. */
export interface RanTest {
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly durationMs: number;
  /** Why Jest counts it as failed, undefined if it passed. */
  readonly failure: string | undefined;
}

/** What a result file is made from. */
export interface ResultParts {
  readonly tool: ResultFile['tool'];
  readonly startedAt: Date;
  readonly durationMs: number;
  /** The name under which the target was asked for, in case that it left no summary. */
  readonly targetName: string;
  readonly target: TargetSummary | undefined;
  /** The file of the target's profile, if it has one. */
  readonly definedIn?: string;
  /** Which part of a run this is, if it was split. */
  readonly shard?: ResultFile['shard'];
  /** In the order in which they shall appear. */
  readonly tests: readonly RanTest[];
  readonly checks: readonly CheckResult[];
  /** Undefined where nobody looked, as where everything held. */
  readonly explanation?: Explanation | undefined;
  /** What went wrong beside the tests: files that did not run, workers that crashed. */
  readonly problems: readonly CheckResult[];
}

/** Assembles the result file. Nothing that ran is lost, and nothing counts as held that Jest saw fail. */
export function assembleResult(parts: ResultParts): ResultFile {
  const left = new Map(parts.checks.map((check) => [check.id, check]));
  const settled = parts.tests.map((test) => settle(test, left.get(test.id)));
  for (const test of parts.tests) left.delete(test.id);
  const checks = [...settled, ...left.values(), ...parts.problems];
  return {
    schema: resultSchema,
    tool: parts.tool,
    startedAt: parts.startedAt.toISOString(),
    durationMs: Math.round(parts.durationMs),
    ...(parts.shard !== undefined && { shard: parts.shard }),
    target: {
      ...withTrouble(parts.target ?? unknownTarget(parts.targetName), parts.explanation),
      ...(parts.definedIn !== undefined && { definedIn: parts.definedIn }),
    },
    summary: summarise(checks),
    checks,
    howto: howtoRows(checks),
    failureModes: causesIn(checks, parts.explanation),
  };
}

/** What a test comes to: the result that its check left, unless there is none or Jest contradicts it. */
export function settle(test: RanTest, result: CheckResult | undefined): CheckResult {
  if (result === undefined) return undecided(test, test.failure ?? 'the test ended without leaving a result');
  if (test.failure === undefined || result.verdict === 'failed' || result.verdict === 'could-not-tell') return result;
  return { ...result, verdict: 'could-not-tell', reason: `${result.verdict}, but the test failed: ${test.failure}` };
}

/** A check that has no answer, because something of the harness broke before it had one. */
export function undecided(test: Omit<RanTest, 'failure'>, reason: string): CheckResult {
  return {
    id: test.id,
    suite: test.suite,
    title: test.title,
    level: 'must',
    reference: '',
    rows: [],
    verdict: 'could-not-tell',
    reason,
    durationMs: test.durationMs,
    evidence: { transcripts: [], logLines: [], relayed: [], dnsQueries: [], notes: [] },
  };
}

/** The causes, of what did not hold in the end: what a profile accepts needs no explanation. */
function causesIn(checks: readonly CheckResult[], explanation: Explanation | undefined): readonly FoundCause[] {
  const wrong = new Set(checks.filter(isWrong).map(({ id }) => id));
  return (explanation?.causes ?? [])
    .map((cause) => ({ ...cause, explains: cause.explains.filter((id) => wrong.has(id)) }))
    .filter(({ explains }) => explains.length > 0);
}

/** A diagnosis that did not work takes nothing from the verdicts: it is a remark. */
function withTrouble(target: TargetSummary, explanation: Explanation | undefined): TargetSummary {
  if (explanation?.trouble === undefined) return target;
  const remark = `why checks failed could not be looked into: ${explanation.trouble}`;
  return { ...target, notice: [target.notice, remark].filter(Boolean).join('\n') };
}

function unknownTarget(name: string): TargetSummary {
  return {
    name,
    image: '',
    mta: '',
    versions: {},
    hostname: '',
    notice: 'nothing is known about this target: it did not come far enough to be asked',
  };
}
