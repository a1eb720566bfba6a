import { shellQuoted } from '../../containers/docker/shell-quoted';
import { HarnessError } from '../errors';
import type { PreparedTarget } from '../targets/prepare-target';
import { startRunning } from '../targets/start-running';
import { startTarget } from '../targets/start-target';
import type { Target } from '../targets/target';
import { fromEnvironment, type RunOptions } from './run-options';

/** Starts the target that the run is about, as the global set-up prepared it and the command line wants it. */
export async function targetUnderTest(): Promise<Target> {
  const options = fromEnvironment(process.env);
  if (options.running) return startRunning(options.running);
  const target = await startTarget(preparedTarget(), { before: changes(options) });
  const { ports } = target.facts;
  const asked = ports.filter(({ port }) => options.ports.length === 0 || options.ports.includes(port));
  if (asked.length > 0) return { ...target, facts: { ...target.facts, ports: asked } };
  await target[Symbol.asyncDispose]();
  const offered = ports.map(({ port }) => port).join(', ');
  throw new HarnessError('EUSAGE', `the target has none of the ports ${options.ports.join(', ')}; it has ${offered}`);
}

/** What the global set-up found or built. */
export function preparedTarget(): PreparedTarget {
  const prepared = process.env.HARNESS_PREPARED;
  if (!prepared) throw new HarnessError('ESTART', 'the global set-up has prepared no target');
  return JSON.parse(prepared);
}

function changes({ set, before }: RunOptions): string {
  const settings = set.map(({ name, value }) => shellQuoted(`${name}=${value}`)).join(' ');
  return [settings && `postconf -e ${settings}`, before].filter(Boolean).join('\n');
}
