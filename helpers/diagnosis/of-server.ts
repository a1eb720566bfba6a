import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnosis } from '../model/diagnosis';
import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { type ConfigDocument, readConfiguration } from './configuration/read-configuration';
import { diagnose } from './diagnose';
import { factsOfAsked } from './facts-of-containers';
import { logOfLines } from './log/log-source';
import { pathsOfFacts } from './paths-of-facts';

/** Where shell commands can be run as root, such as a target. */
export interface Shell {
  run(script: string): Promise<string>;
}

/** What can be found out about a running server's configuration, as `diagnose --container` does it. */
export async function factsOf(server: Shell, modes: readonly FailureMode[]): Promise<ServerFacts> {
  return read([{ kind: 'facts', file: 'the server', text: await factsTextOf(server, modes) }]);
}

/** The same where other services run beside it. Who has no shell, or is down, tells nothing. */
export async function factsBeside(
  server: Shell,
  others: readonly (Shell & { readonly service: string })[],
  modes: readonly FailureMode[],
): Promise<ServerFacts> {
  const ask = async (name: string, shell: Shell) => ({
    name,
    facts: await factsTextOf(shell, modes).catch(() => undefined),
  });
  const [asked, ...beside] = await Promise.all([
    ask('the server', server),
    ...others.map((other) => ask(`the service ${other.service}`, other)),
  ]);
  return read(factsOfAsked(asked, beside));
}

function factsTextOf(shell: Shell, modes: readonly FailureMode[]): Promise<string> {
  const paths = pathsOfFacts(modes).map((path) => `'${path}'`);
  return shell.run(`sh -s -- ${paths.join(' ')} <<'END-OF-SCRIPT'\n${factsScript}\nEND-OF-SCRIPT`);
}

function read(documents: readonly ConfigDocument[]): ServerFacts {
  return readConfiguration(documents, () => undefined).facts;
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
const { facts: nothingKnown } = readConfiguration([], () => undefined);
