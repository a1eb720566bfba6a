import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProgramOptions, runToItsEnd } from '../../../helpers/running/run-to-its-end';

/** A program that calls back when it is ready, tells of each SIGINT, and ends when the connection does. */
function program(onSigint: string) {
  return `
  const socket = require('node:net').connect(Number(process.env.PORT), '127.0.0.1', () => socket.write('ready ' + process.pid));
  ${onSigint}
  socket.on('close', () => process.exit(7));`;
}

const stubborn = program(`process.on('SIGINT', () => socket.write('SIGINT'));`);
const obedient = program('');

describe('a program', () => {
  let server: Server;
  let options: ProgramOptions & { signals: EventEmitter };
  const events: string[] = [];
  const sockets: Socket[] = [];

  beforeEach(async () => {
    events.length = 0;
    server = createServer((socket) => sockets.push(socket.on('error', () => {}))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    options = {
      cwd: __dirname,
      env: { ...process.env, PORT: String(port) },
      signals: new EventEmitter(),
      onInterrupt: () => events.push('interrupted'),
      cleanUp: async () => void events.push('cleaned up'),
    };
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.close();
  });

  const run = (source: string, changes: Partial<ProgramOptions> = {}) =>
    runToItsEnd([process.execPath, '-e', source], { ...options, ...changes });

  const ready = async () => {
    const [socket] = (await once(server, 'connection')) as [Socket];
    const [, pid] = await hears(socket, /ready (\d+)/);
    return { socket, pid: Number(pid) };
  };

  test('that ends by itself gives its status, and nothing is cleaned up', async () => {
    expect(await runToItsEnd(['sh', '-c', 'exit 3'], options)).toEqual({ kind: 'exited', status: 3 });
    expect(events).toEqual([]);
  });

  test('that is killed by somebody else gives the signal', async () => {
    expect(await runToItsEnd(['sh', '-c', 'kill -9 $$'], options)).toEqual({ kind: 'killed', signal: 'SIGKILL' });
  });

  test('that is interrupted has ended when it is cleaned up after', async () => {
    let pid = 0;
    const cleanUp = async () => void events.push(isRunning(pid) ? 'cleaned up too early' : 'cleaned up');
    const end = run(obedient, { cleanUp });
    pid = await ready().then(({ pid }) => pid);

    options.signals.emit('SIGINT');

    expect(await end).toEqual({ kind: 'interrupted', status: 130 });
    expect(events).toEqual(['interrupted', 'cleaned up']);
  });

  test('may take its time to end after Ctrl-C, which npm passes on a second time', async () => {
    const end = run(stubborn);
    const { socket } = await ready();

    options.signals.emit('SIGINT');
    options.signals.emit('SIGINT');
    await hears(socket, /SIGINT/);
    socket.end();

    expect(await end).toEqual({ kind: 'interrupted', status: 130 });
    expect(events).toEqual(['interrupted', 'cleaned up']);
  });

  test('is killed by a second Ctrl-C, and the rest is not waited for', async () => {
    const end = run(stubborn, { samePressMs: 0, cleanUp: () => new Promise(() => {}) });
    const { socket } = await ready();

    options.signals.emit('SIGINT');
    await hears(socket, /SIGINT/);
    options.signals.emit('SIGINT');

    expect(await end).toEqual({ kind: 'interrupted', status: 130 });
  });

  test('is not waited for if the second Ctrl-C comes while it is cleaned up after', async () => {
    const again = () => {
      setImmediate(() => options.signals.emit('SIGINT'));
      return new Promise<void>(() => {});
    };
    const end = run(obedient, { samePressMs: 0, cleanUp: again });
    await ready();

    options.signals.emit('SIGINT');

    expect(await end).toEqual({ kind: 'interrupted', status: 130 });
  });

  test('takes what it started with it', async () => {
    const worker = `require('node:net').connect(Number(process.env.PORT), '127.0.0.1').write('worker')`;
    const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(worker)}])`;
    const end = run(parent);
    const [socket] = (await once(server, 'connection')) as [Socket];
    const closed = once(socket.resume(), 'close');

    options.signals.emit('SIGTERM');

    expect(await end).toEqual({ kind: 'interrupted', status: 143 });
    await closed;
  });

  test('prints into a file where it is not alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'run-to-its-end-test-'));
    const outputFile = join(folder, 'output.txt');

    await runToItsEnd(['sh', '-c', 'echo out; echo err >&2'], { ...options, outputFile });

    expect(readFileSync(outputFile, 'utf8')).toBe('out\nerr\n');
    rmSync(folder, { recursive: true });
  });

  test('leaves no listeners for signals', async () => {
    await runToItsEnd(['true'], options);

    expect(options.signals.eventNames()).toEqual([]);
  });
});

async function hears(socket: Socket, what: RegExp): Promise<RegExpExecArray> {
  let heard = '';
  for (;;) {
    const found = what.exec(heard);
    if (found) return found;
    heard += String((await once(socket, 'data'))[0]);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // ESRCH: there is no such process any more.
    return false;
  }
}
