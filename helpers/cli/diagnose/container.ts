import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { dockerEngine } from '../../../containers/docker/engine';
import type { ConfigDocument } from '../../diagnosis/configuration/read-configuration';
import { type OpenedFile, openStream } from './open-file';

/** What a running container tells of itself. */
export interface ContainerFindings {
  readonly documents: readonly ConfigDocument[];
  readonly log: OpenedFile;
}

/** The Docker engine's API, as `containers/docker/engine.ts` gives it. */
export type Engine = Awaited<ReturnType<typeof dockerEngine>>;

/**
 * Asks a container for its facts, by one script, and for its log: the usual file, or what Docker has kept. The extra
 * paths are looked at besides those that the script knows.
 */
export async function readContainer(
  engine: Engine,
  name: string,
  extraPaths: readonly string[],
): Promise<ContainerFindings> {
  const script = readFileSync(join(__dirname, '../../diagnosis/facts.sh'), 'utf8');
  const facts = await text(await run(engine, name, script, extraPaths));
  const fromFile = await openStream(`${name}:its mail log`, await run(engine, name, printLog));
  const log = fromFile.kind === 'empty' ? await openStream(`docker logs ${name}`, await logs(engine, name)) : fromFile;
  return { documents: [{ kind: 'facts', file: name, text: facts }], log };
}

/** Prints the mail log where it is a file. */
const printLog = `
for file in "$(postconf -h maillog_file 2>/dev/null)" /var/log/maillog /var/log/mail.log /var/log/mail/mail.log; do
  if [ -f "$file" ] && [ -s "$file" ]; then exec cat "$file"; fi
done`;

async function run(
  engine: Engine,
  name: string,
  script: string,
  operands: readonly string[] = [],
): Promise<PassThrough> {
  const exec = await engine.getContainer(name).exec({
    Cmd: ['sh', '-c', script, 'sh', ...operands],
    User: 'root',
    AttachStdout: true,
    AttachStderr: true,
  });
  return demultiplexed(engine, await exec.start({}));
}

async function logs(engine: Engine, name: string): Promise<PassThrough> {
  const container = engine.getContainer(name);
  const { Config } = await container.inspect();
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    // container.logs() streams only what it follows, and a silent container is followed for ever.
    engine.modem.dial(
      {
        path: `/containers/${encodeURIComponent(name)}/logs?`,
        method: 'GET',
        options: { stdout: true, stderr: true },
        isStream: true,
        statusCodes: { 200: true, 404: 'no such container', 500: 'server error' },
      },
      (error: Error | null, opened) => (error ? reject(error) : resolve(opened as NodeJS.ReadableStream)),
    );
  });
  return Config.Tty ? stream.pipe(new PassThrough()) : demultiplexed(engine, stream, true);
}

function demultiplexed(engine: Engine, stream: NodeJS.ReadableStream, withErrors = false): PassThrough {
  const out = new PassThrough();
  const errors = withErrors ? out : new PassThrough().resume();
  engine.modem.demuxStream(stream, out, errors);
  stream.on('end', () => out.end());
  stream.on('close', () => out.end());
  stream.on('error', (error) => out.destroy(error));
  return out;
}
