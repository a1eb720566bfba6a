import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { owner, ownerLabel } from '../../containers/docker/leftovers';
import { type Took, tookOf } from './timed';

const run = promisify(execFile);

/**
 * Programs of the server's image as clients: Postfix's smtp-source is in the same package as Postfix, which is not to be installed on
 * anybody's machine. In the machine's own network, so that its way to the server is that of the others; nothing else is started.
 */
export class PeerContainer implements AsyncDisposable {
  readonly #id: string;

  private constructor(id: string) {
    this.#id = id;
  }

  static async start(image: string): Promise<PeerContainer> {
    const label = `${ownerLabel}=${owner()}`;
    const options = ['--detach', '--rm', '--network', 'host', '--label', label, '--entrypoint', 'sleep'];
    const { stdout } = await run('docker', ['run', ...options, image, 'infinity']);
    return new PeerContainer(stdout.trim());
  }

  /** Timed within: `docker exec` itself takes a fifth of a second. */
  async timed(program: string, ...args: readonly string[]): Promise<Took> {
    const script = `TIMEFORMAT='%R %U %S'; time "$@" 2>&1 >/dev/null`;
    const { stderr } = await run('docker', ['exec', this.#id, 'bash', '-c', script, 'bash', program, ...args]);
    return tookOf(stderr);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await run('docker', ['rm', '--force', this.#id]);
  }
}
