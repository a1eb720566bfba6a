import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnosis } from '../model/diagnosis';
import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { readConfiguration } from './configuration/read-configuration';
import { diagnose } from './diagnose';
import { logOfLines } from './log/log-source';
import { pathsOfFacts } from './paths-of-facts';

/** Where shell commands can be run as root, such as a target. */
export interface Shell {
  run(script: string): Promise<string>;
}

/** What can be found out about a running server's configuration, as `diagnose --container` does it. */
export async function factsOf(server: Shell, modes: readonly FailureMode[]): Promise<ServerFacts> {
  const paths = pathsOfFacts(modes).map((path) => `'${path}'`);
  const text = await server.run(`sh -s -- ${paths.join(' ')} <<'END-OF-SCRIPT'\n${factsScript}\nEND-OF-SCRIPT`);
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

const factsScript = readFileSync(join(__dirname, 'facts.sh'), 'utf8');

/** Of a server that nobody could look at. */
export const { facts: nothingKnown } = readConfiguration([], () => undefined);
