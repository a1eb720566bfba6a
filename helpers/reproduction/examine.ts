import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../diagnosis/configuration/read-configuration';
import { diagnose } from '../diagnosis/diagnose';
import { logOfLines } from '../diagnosis/log/log-source';
import { pathsOfFacts } from '../diagnosis/paths-of-facts';
import type { Diagnosis } from '../model/diagnosis';
import type { FailureMode, ServerFacts } from '../model/failure-mode';
import type { Target } from '../targets/target';

/** What can be found out about a running server's configuration, as `diagnose --container` does it. */
export async function factsOf(target: Target, modes: readonly FailureMode[]): Promise<ServerFacts> {
  const paths = pathsOfFacts(modes).map((path) => `'${path}'`);
  const text = await target.run(`sh -s -- ${paths.join(' ')} <<'END-OF-SCRIPT'\n${factsScript}\nEND-OF-SCRIPT`);
  return readConfiguration([{ kind: 'facts', file: 'the server', text }], () => undefined).facts;
}

/** The diagnosis of log lines, together with facts where there are any. */
export function diagnoseLines(
  modes: readonly FailureMode[],
  lines: readonly string[],
  facts: ServerFacts = nothingKnown,
): Promise<Diagnosis> {
  return diagnose(modes, { logs: [logOfLines('the log', lines)], facts });
}

const factsScript = readFileSync(join(__dirname, '../diagnosis/facts.sh'), 'utf8');

const { facts: nothingKnown } = readConfiguration([], () => undefined);
