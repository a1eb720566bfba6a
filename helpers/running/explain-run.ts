import { setTimeout as delay } from 'node:timers/promises';
import { type Explanation, writeExplanation } from '../../reports/run/run-folder';
import type { explainFailures, ReadableServer } from '../causes/explain-failures';
import type { CheckResult } from '../model/result';
import { isWrong } from '../model/verdict';

/**
 * Looks for the causes of what did not hold, and leaves them for the report. Does nothing where all held, and never throws: the
 * verdicts stand without it.
 */
export async function explainRun(
  checks: readonly CheckResult[],
  server: ReadableServer,
  runFolder: string,
): Promise<void> {
  if (!checks.some(isWrong)) return;
  writeExplanation(runFolder, await explanationOf(checks, server));
}

async function explanationOf(checks: readonly CheckResult[], server: ReadableServer): Promise<Explanation> {
  const ended = new AbortController();
  const timeUp = delay(limitMs, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`it took longer than ${limitMs / 1000} s`);
  });
  try {
    return { causes: await Promise.race([load()(checks, server), timeUp]) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  } finally {
    // It then rejects, and nobody listens any more.
    timeUp.catch(() => undefined);
    ended.abort();
  }
}

const limitMs = 30_000;

/** The catalogue is some two hundred files, which a run in which everything holds need not read. */
function load(): typeof explainFailures {
  return (require('../causes/explain-failures') as typeof import('../causes/explain-failures')).explainFailures;
}
