import { HarnessError } from '../errors';
import { setParameters } from '../postfix/settings';
import { type RunOptions, runOptions, setting } from '../settings/settings';
import type { PreparedTarget } from '../targets/prepare-target';
import { startRunning } from '../targets/start-running';
import { startTarget } from '../targets/start-target';
import type { Target } from '../targets/target';

/** Starts the target that the run is about, as the global set-up prepared it and the command line wants it. */
export async function targetUnderTest(): Promise<Target> {
  const options = runOptions(process.env);
  if (options.running) return startRunning(options.running);
  const target = await startTarget(preparedTarget(), { before: changesBeforeStart(options) });
  const { ports } = target.facts;
  const asked = ports.filter(({ port }) => options.ports.length === 0 || options.ports.includes(port));
  if (asked.length > 0) return { ...target, facts: { ...target.facts, ports: asked } };
  await target[Symbol.asyncDispose]();
  const offered = ports.map(({ port }) => port).join(', ');
  throw new HarnessError('EUSAGE', `the target has none of the ports ${options.ports.join(', ')}; it has ${offered}`);
}

/** What the global set-up found or built. */
export function preparedTarget(): PreparedTarget {
  const prepared = setting('prepared', process.env);
  if (!prepared) throw new HarnessError('ESTART', 'the global set-up has prepared no target');
  return JSON.parse(prepared);
}

/** The shell commands that change a reference server as the options say. */
export function changesBeforeStart({ set, before }: RunOptions): string {
  return [set.length > 0 && setParameters(set), before].filter(Boolean).join('\n');
}
