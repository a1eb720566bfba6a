import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { RunningContainer } from '../../../containers/docker/running-container';
import type { FactsOfContainer } from '../../diagnosis/facts-of-containers';
import type { BegunInput } from '../../diagnosis/inputs/begin-reading';
import { openStream } from './open-file';

/** What a container tells of itself. */
export interface ContainerFindings extends FactsOfContainer {
  /** Undefined where nobody wants to read it. */
  readonly log: BegunInput | undefined;
}

/** Asks a container for its facts, by one script; the extra paths are looked at besides those that the script knows. */
export async function factsOfContainer(
  { isRunning, run }: RunningContainer,
  extraPaths: readonly string[],
): Promise<string | undefined> {
  const script = readFileSync(join(__dirname, '../../diagnosis/facts.sh'), 'utf8');
  return isRunning ? text(await run(script, extraPaths)) : undefined;
}

/** Its log: the usual file, or what the engine has kept. */
export async function logOfContainer({ name, isRunning, run, logs }: RunningContainer): Promise<BegunInput> {
  const fromFile = isRunning ? await openStream(`${name}:its mail log`, await run(withLog('cat'))) : undefined;
  return fromFile && fromFile.kind !== 'empty' ? fromFile : openStream(`docker logs ${name}`, await logs());
}

/** What it logs from now on, until the signal comes. */
export async function followContainer(
  { isRunning, run, follow, followScript }: RunningContainer,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const file = isRunning ? (await text(await run(withLog('echo')))).trim() : '';
  return file === '' ? follow(signal) : followScript(withLog('tail -n 0 -F'), signal);
}

/** Runs a command with the mail log, where that is a file with something in it. */
function withLog(command: string): string {
  return `
for file in "$(postconf -h maillog_file 2>/dev/null)" /var/log/maillog /var/log/mail.log /var/log/mail/mail.log; do
  if [ -f "$file" ] && [ -s "$file" ]; then ${command === 'echo' ? '' : 'exec '}${command} "$file"; exit; fi
done`;
}
