import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { RunningContainer } from '../../../containers/docker/running-container';
import type { ConfigDocument } from '../../diagnosis/configuration/read-configuration';
import type { BegunInput } from '../../diagnosis/inputs/begin-reading';
import { openStream } from './open-file';

/** What a running container tells of itself. */
export interface ContainerFindings {
  readonly documents: readonly ConfigDocument[];
  readonly log: BegunInput;
}

/**
 * Asks a container for its facts, by one script, and for its log: the usual file, or what Docker has kept. The extra
 * paths are looked at besides those that the script knows.
 */
export async function readContainer(
  container: RunningContainer,
  extraPaths: readonly string[],
): Promise<ContainerFindings> {
  const { name } = container;
  const script = readFileSync(join(__dirname, '../../diagnosis/facts.sh'), 'utf8');
  const facts = await text(await container.run(script, extraPaths));
  const fromFile = await openStream(`${name}:its mail log`, await container.run(printLog));
  const log = fromFile.kind === 'empty' ? await openStream(`docker logs ${name}`, await container.logs()) : fromFile;
  return { documents: [{ kind: 'facts', file: name, text: facts }], log };
}

/** Prints the mail log where it is a file. */
const printLog = `
for file in "$(postconf -h maillog_file 2>/dev/null)" /var/log/maillog /var/log/mail.log /var/log/mail/mail.log; do
  if [ -f "$file" ] && [ -s "$file" ]; then exec cat "$file"; fi
done`;
