import { notAsked } from '../../reports/run/ran-tests';
import { addDnsQuestions, writeCheckResult, writeTargetSummary } from '../../reports/run/run-folder';
import { evidenceText } from '../../reports/text/evidence-text';
import type { Check, Suite } from '../checks/check';
import { strictly, withDeviations } from '../checks/deviations';
import { runCheck } from '../checks/run-check';
import type { CheckResult } from '../model/result';
import { runOptions, setting } from '../settings/settings';
import { leaksInWords } from '../targets/leaks-in-words';
import type { Target } from '../targets/target';
import { explainRun } from './explain-run';
import { Lanes } from './lanes';
import { selects } from './selects';
import { preparedTarget, targetUnderTest } from './target-under-test';
import { notStarted, unasked, unseen } from './unstarted';
import { within } from './within';
import { writeServiceLogs } from './write-service-logs';

/** What of Jest there is for the test file that asks for it, and for nobody whom Node has loaded. */
export interface OfJest {
  readonly test: typeof globalThis.test;
  readonly afterAll: typeof globalThis.afterAll;
}

/** Makes a Jest test of every check; all of them ask one server, started when the first of them is run. */
export function bindSuites(suites: readonly Suite[], { test, afterAll }: OfJest): void {
  const {
    only,
    showSecrets,
    thorough,
    runFolder,
    running,
    strict,
    maxFailures = Number.POSITIVE_INFINITY,
  } = runOptions(process.env);
  const accept = running ? [] : (preparedTarget().profile?.accept ?? []);
  let started: Promise<Target> | undefined;
  const results: CheckResult[] = [];
  let failures = 0;
  let absent = false;
  const lanes = new Lanes();

  const asked = (suite: Suite, check: Check) => selects(only, { id: check.id, suite: suite.id });

  const start = async () => {
    const since = performance.now();
    const target = await targetUnderTest();
    const startMs = Math.round(performance.now() - since);
    for (const suite of suites) if (suite.checks.some((check) => asked(suite, check))) suite.begin?.(target);
    if (runFolder) writeTargetSummary(runFolder, { ...(await target.summary()), startMs });
    return target;
  };

  afterAll(async () => {
    // A start that failed has failed the tests; there is nothing to end.
    const target = await started?.catch(() => undefined);
    // A server that runs elsewhere lets nobody read its log.
    if (target && runFolder && !running) {
      addDnsQuestions(runFolder, target.dns.queries);
      const inOrder = suites.flatMap(({ checks }) =>
        checks.flatMap(({ id }) => results.find((one) => one.id === id) ?? []),
      );
      await explainRun(inOrder, target, runFolder);
    }
    if (target && runFolder) await tellLeaks(target, runFolder);
    await target?.[Symbol.asyncDispose]();
    const outFolder = setting('outFolder', process.env);
    if (target && outFolder !== undefined) writeServiceLogs(target, { outFolder, showSecrets });
  }, 90_000);

  // Not in a describe each: Jest asks no two of them at a time.
  for (const suite of suites) {
    for (const check of suite.checks) {
      const declare = asked(suite, check) ? test.concurrent : test.skip;
      const takeTurn = () => lanes.run(laneOf(suite), () => within(check.longestMs ?? checkMs, ask(check)));
      declare(`${check.id} ${check.title}`, takeTurn, longestRunMs);
    }
  }

  const leave = (check: Check) => {
    if (runFolder) writeCheckResult(runFolder, unasked(check));
  };

  const ask = async (check: Check): Promise<void> => {
    if (absent) return leave(check);
    if (failures >= maxFailures) throw new NotAskedError(failures);
    started ??= start();
    try {
      await started;
    } catch (error) {
      if (!runFolder) throw error;
      // Why is told once; of a server that is not there no check can say anything.
      if (!absent) {
        absent = true;
        writeTargetSummary(runFolder, unseen(running, preparedTarget));
        writeCheckResult(runFolder, notStarted(error));
      }
      return leave(check);
    }
    const answered = await runCheck(check, await started, { showSecrets, thorough });
    const result = withDeviations(strict ? strictly(answered) : answered, accept);
    if (runFolder) writeCheckResult(runFolder, result);
    results.push(result);
    if (result.verdict === 'failed') failures++;
    if (result.verdict === 'failed' || result.verdict === 'could-not-tell') throw new VerdictError(result);
  };
}

/** The limit of a check, from its turn on. */
const checkMs = 180_000;
/** Jest's own limit counts the wait for the turn too, and that is as long as the run. */
const longestRunMs = 24 * 60 * 60 * 1000;

/** The target itself is asked by a few at a time: by more, it would be slow rather than wrong. */
function laneOf({ id, apart }: Suite): { readonly lane: string; readonly room: number } {
  return apart ? { lane: id, room: apart } : { lane: 'the target', room: 4 };
}

/** Says what the server wanted of the world outside beside mail and DNS: nobody else would notice, since it is dropped. */
async function tellLeaks(target: Target, runFolder: string): Promise<void> {
  // A lab that does not answer has failed checks; the verdicts stand without this.
  const words = leaksInWords(await target.leaks().catch(() => []));
  if (words === undefined) return;
  const summary = await target.summary();
  writeTargetSummary(runFolder, { ...summary, notice: [summary.notice, words].filter(Boolean).join('\n') });
}

/** A verdict as Jest shows it: the reason, what was said and what was logged; a stack would say nothing. */
class VerdictError extends Error {
  constructor({ verdict, reason, evidence }: CheckResult) {
    super(`${verdict}: ${reason}\n\n${evidenceText(evidence)}`);
    this.name = 'Verdict';
    this.stack = this.message;
  }
}

/** That a check was left out, since enough have failed; the reporter leaves it out too. */
class NotAskedError extends Error {
  constructor(failures: number) {
    super(`${notAsked}${failures} failed before`);
    this.name = 'NotAsked';
    this.stack = this.message;
  }
}
