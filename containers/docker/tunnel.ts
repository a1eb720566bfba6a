import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Duplex, PassThrough, pipeline } from 'node:stream';
import { Client } from 'ssh2';
import { answerDatagrams } from './datagrams';
import { dockerEngine } from './engine';

/** What is to be reached through a tunnel. */
export interface TunnelPlan {
  readonly containerId: string;
  /** Ports of the container's loopback that stand for the same ports of ours. */
  readonly toUs: readonly number[];
  /** One more of its ports, for datagrams, which go to the UDP port of ours. */
  readonly datagrams: { readonly from: number; readonly to: number };
  /** Ports of the container that we are to reach, at this address of its own. */
  readonly address: string;
  readonly toContainer: readonly number[];
}

/**
 * Connections into and out of a container on an engine of which nothing but the API can be reached: another machine, a
 * service beside a CI job, a virtual machine. SSH carries them (RFC 4254 section 7) over the one stream of a `docker exec`.
 */
export class Tunnel implements AsyncDisposable {
  readonly #ssh: Client;
  readonly #servers = new Map<number, Server>();

  static async open({ datagrams, ...plan }: TunnelPlan): Promise<Tunnel> {
    const ssh = new Client();
    const tunnel = new Tunnel(ssh);
    try {
      // Its password is empty: whoever can run a program in the container has no need of one.
      const ready = once(ssh, 'ready');
      ssh.connect({ sock: await sshServer(plan.containerId), username: 'root', readyTimeout: 20_000 });
      await ready;
      ssh.on('error', () => {
        // The container has ended: so do all connections through it, and whoever uses one is told so.
      });
      ssh.on('tcp connection', ({ destPort }, accept) => {
        join(connect({ port: destPort, host: '127.0.0.1', allowHalfOpen: true }), accept());
      });
      await Promise.all([
        ...plan.toUs.map((port) => listen(ssh, port)),
        ...plan.toContainer.map((port) => tunnel.#leadTo(plan.address, port)),
        program(ssh, `datagrams.pl ${datagrams.from}`).then((stream) => answerDatagrams(stream, datagrams.to)),
      ]);
      return tunnel;
    } catch (error) {
      await tunnel[Symbol.asyncDispose]();
      throw error;
    }
  }

  private constructor(ssh: Client) {
    this.#ssh = ssh;
  }

  /** The port of our loopback that leads to one of the container. */
  portTo(port: number): number {
    const server = this.#servers.get(port);
    if (server === undefined) throw new Error(`the tunnel does not lead to port ${port}`);
    return (server.address() as AddressInfo).port;
  }

  async #leadTo(address: string, port: number): Promise<void> {
    // A client that has said all may still be answered.
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => {});
      try {
        this.#ssh.forwardOut('127.0.0.1', 0, address, port, (error, channel) => {
          // As a port that nobody listens on answers.
          if (error) socket.resetAndDestroy();
          else join(socket, channel);
        });
      } catch {
        // The engine has gone, and the tunnel with it.
        socket.resetAndDestroy();
      }
    });
    this.#servers.set(port, server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers.values()) server.close();
    this.#ssh.destroy();
  }
}

/** An SSH server that speaks over the input and output of a process in the container. */
async function sshServer(containerId: string): Promise<Duplex> {
  const engine = await dockerEngine();
  const exec = await engine.getContainer(containerId).exec({
    Cmd: ['ssh-server.sh'],
    User: 'root',
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
  });
  const stream = await exec.start({ hijack: true, stdin: true });
  const output = new PassThrough();
  engine.modem.demuxStream(stream, output, new PassThrough().resume());
  const both = new Duplex({
    read() {
      output.resume();
    },
    write(chunk, _encoding, done) {
      stream.write(chunk, done);
    },
    destroy(error, done) {
      stream.destroy();
      done(error);
    },
  });
  output.on('data', (chunk) => both.push(chunk) || output.pause());
  stream.on('close', () => both.destroy());
  stream.on('error', (error) => both.destroy(error));
  return both;
}

function listen(ssh: Client, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    ssh.forwardIn('127.0.0.1', port, (error) => (error ? reject(error) : resolve()));
  });
}

function program(ssh: Client, command: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    ssh.exec(command, (error, channel) => (error ? reject(error) : resolve(channel)));
  });
}

/** Each end hears what the other says, and when it has said all. */
function join(socket: Socket, channel: Duplex): void {
  socket.setNoDelay(true);
  // Either may break off: so does the other then.
  pipeline(socket, channel, socket, () => {});
}
