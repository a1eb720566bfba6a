import { PassThrough } from 'node:stream';
import { dockerEngine } from './engine';

type Engine = Awaited<ReturnType<typeof dockerEngine>>;

/** Somebody's container that runs already, and is only read. */
export interface RunningContainer {
  readonly name: string;
  /** Runs a script in it as root, with the operands as $1 and on; what it prints. */
  run(script: string, operands?: readonly string[]): Promise<PassThrough>;
  /** What Docker has kept of its output. */
  logs(): Promise<PassThrough>;
}

/** The container of that name or id, which must run. */
export async function runningContainer(name: string): Promise<RunningContainer> {
  const engine = await dockerEngine();
  return {
    name,
    run: (script, operands = []) => run(engine, name, script, operands),
    logs: () => logs(engine, name),
  };
}

async function run(engine: Engine, name: string, script: string, operands: readonly string[]): Promise<PassThrough> {
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
