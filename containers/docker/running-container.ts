import { PassThrough, type Readable } from 'node:stream';
import { dockerEngine, type Engine } from './engine';

/** Somebody's container, which is only read. */
export interface RunningContainer {
  readonly name: string;
  /** Whether it runs; of one that has ended there is only the log. */
  readonly isRunning: boolean;
  /** Runs a script in it as root, with the operands as $1 and on; what it prints. */
  run(script: string, operands?: readonly string[]): Promise<PassThrough>;
  /** What the engine has kept of its output. */
  logs(): Promise<PassThrough>;
  /** What it prints from now on, and when it is started again, until the signal comes or it is removed. */
  follow(signal: AbortSignal): AsyncGenerator<Uint8Array>;
  /** The same for a script that goes on until nobody listens, such as one that follows a file. */
  followScript(script: string, signal: AbortSignal): AsyncGenerator<Uint8Array>;
}

/** The container of that name or id. */
export async function runningContainer(name: string): Promise<RunningContainer> {
  const engine = await dockerEngine();
  const state = await stateOf(engine, name);
  if (!state) throw new Error(`${name}: there is no such container; docker ps --all names those that are there`);
  return {
    name,
    isRunning: state.Running,
    run: (script, operands = []) => run(engine, name, script, operands),
    logs: () => logs(engine, name, {}),
    follow: (signal) => following(engine, name, signal, (from) => logs(engine, name, { follow: true, ...from })),
    followScript: (script, signal) => following(engine, name, signal, () => runWhileHeard(engine, name, script)),
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

/** What an engine has started goes on when the client goes; its input ends then. */
async function runWhileHeard(engine: Engine, name: string, script: string): Promise<PassThrough> {
  const exec = await engine.getContainer(name).exec({
    // A program in the background has no input, unless it is given the script's: that one waits for its end.
    Cmd: ['sh', '-c', `(${script}) </dev/null & cat >/dev/null; kill $!`],
    User: 'root',
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
  });
  return demultiplexed(engine, await exec.start({ hijack: true, stdin: true }));
}

async function logs(
  engine: Engine,
  name: string,
  from: { readonly follow?: true; readonly tail?: number; readonly since?: number },
): Promise<PassThrough> {
  const { Config } = await engine.getContainer(name).inspect();
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    // container.logs() streams only what it follows, and a silent container is followed for ever.
    engine.modem.dial(
      {
        path: `/containers/${encodeURIComponent(name)}/logs?`,
        method: 'GET',
        options: { stdout: true, stderr: true, ...from },
        isStream: true,
        statusCodes: { 200: true, 404: 'no such container', 500: 'server error' },
      },
      (error: Error | null, opened) => (error ? reject(error) : resolve(opened as NodeJS.ReadableStream)),
    );
  });
  return Config.Tty ? passed(stream, new PassThrough()) : demultiplexed(engine, stream, true);
}

async function* following(
  engine: Engine,
  name: string,
  signal: AbortSignal,
  open: (from: { readonly tail: number } | { readonly since: number }) => Promise<PassThrough>,
): AsyncGenerator<Uint8Array> {
  let startedBefore: string | undefined;
  for (;;) {
    const startedAt = await startOf(engine, name, signal);
    if (startedAt === undefined) return;
    // Of a start that happens meanwhile all lines are new. The moment is the engine's: its clock may be another one.
    const isNew = startedBefore !== undefined && startedAt !== startedBefore;
    const stream = await open(isNew ? { since: Date.parse(startedAt) / 1000 } : { tail: 0 });
    startedBefore = startedAt;
    const stop = () => stream.destroy();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      for await (const chunk of stream) yield chunk;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      stream.destroy();
    }
  }
}

/** Waits until it runs; since when it does. Undefined where it has been removed, or nobody waits any longer. */
async function startOf(engine: Engine, name: string, signal: AbortSignal): Promise<string | undefined> {
  while (!signal.aborted) {
    const state = await stateOf(engine, name);
    if (!state || state.Running) return state?.StartedAt;
    await nextEvent(engine, name, signal);
  }
  return undefined;
}

/** Waits until the engine tells anything of a container that does not run, as it does when that is started or removed. */
async function nextEvent(engine: Engine, name: string, signal: AbortSignal): Promise<void> {
  const events = (await engine.getEvents({ filters: { container: [name] } })) as Readable;
  try {
    // What happens from now on is told; what has happened meanwhile shows.
    const state = await stateOf(engine, name);
    if (!state || state.Running || signal.aborted) return;
    await new Promise<void>((resolve) => {
      for (const happening of ['data', 'error', 'close']) events.once(happening, done);
      signal.addEventListener('abort', done, { once: true });
      function done(): void {
        signal.removeEventListener('abort', done);
        resolve();
      }
    });
  } finally {
    // An engine that goes says so by an error; the next question finds it out.
    events.on('error', () => {});
    events.destroy();
  }
}

/** Undefined: there is no such container. */
async function stateOf(engine: Engine, name: string) {
  try {
    return (await engine.getContainer(name).inspect()).State;
  } catch (error) {
    if ((error as { readonly statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}

function demultiplexed(engine: Engine, stream: NodeJS.ReadableStream, withErrors = false): PassThrough {
  const out = new PassThrough();
  const errors = withErrors ? out : new PassThrough().resume();
  engine.modem.demuxStream(stream, out, errors);
  stream.on('end', () => out.end());
  stream.on('close', () => out.end());
  return passed(stream, out, false);
}

/** Ends with the stream, and the stream with it. */
function passed(stream: NodeJS.ReadableStream, out: PassThrough, piped = true): PassThrough {
  if (piped) stream.pipe(out);
  stream.on('error', (error) => out.destroy(error));
  out.on('close', () => (stream as NodeJS.ReadableStream & { destroy?: () => unknown }).destroy?.());
  return out;
}
