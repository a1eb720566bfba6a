import type { Duplex } from 'node:stream';
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { HarnessError } from '../../helpers/errors';
import { dockerEngine } from './engine';
import { shellQuoted } from './shell-quoted';

/** What a script printed, on both its outputs, and how it ended. */
export interface ScriptResult {
  readonly output: string;
  readonly status: number;
}

/**
 * A shell that stays in a container and runs one script after the other, each in a bash of its own. `docker exec` costs a
 * fifth of a second, half of it the engine's computing; this costs it once.
 */
export class ContainerShell {
  readonly #stream: Duplex;
  readonly #limitMs: number;
  #last: Promise<unknown> = Promise.resolve();
  #received = '';
  #ended = false;
  #wake: () => void = () => {};

  /** No script may take longer than the limit: what hangs would say nothing until somebody's patience is over. */
  static async open(containerId: string, limitMs = 120_000): Promise<ContainerShell> {
    const engine = await dockerEngine();
    const exec = await engine.getContainer(containerId).exec({
      Cmd: ['bash'],
      User: 'root',
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
    });
    const stream = await exec.start({ hijack: true, stdin: true });
    const output = new PassThrough();
    engine.modem.demuxStream(stream, output, output);
    return new ContainerShell(stream, output, limitMs);
  }

  private constructor(stream: Duplex, output: PassThrough, limitMs: number) {
    this.#stream = stream;
    this.#limitMs = limitMs;
    const decoder = new StringDecoder('utf8');
    output.on('data', (chunk: Buffer) => {
      this.#received += decoder.write(chunk);
      this.#wake();
    });
    const end = () => {
      this.#ended = true;
      this.#wake();
    };
    stream.on('end', end).on('close', end).on('error', end);
  }

  /** Runs a script as root, with nothing to read; after those that were asked for before. */
  run(script: string): Promise<ScriptResult> {
    const result = this.#last.then(() => this.#run(script));
    // One that fails is its caller's; the next may run.
    this.#last = result.catch(() => {});
    return result;
  }

  /** Ends the shell; what it has started stays. */
  close(): void {
    this.#stream.destroy();
  }

  async #run(script: string): Promise<ScriptResult> {
    this.#received = '';
    this.#stream.write(`bash -ec ${shellQuoted(script)} </dev/null 2>&1; printf '\\n${endMark} %d\\n' $?\n`);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#wake();
    }, this.#limitMs);
    try {
      for (;;) {
        const [, output = '', status] = finished.exec(this.#received) ?? [];
        if (status !== undefined) return { output, status: Number(status) };
        if (this.#ended) throw new HarnessError('EEXEC', `the container ended; ${this.#soFar()}`);
        if (isLate) {
          // What it would still print must not be taken for the output of the next one.
          this.close();
          throw new HarnessError(
            'ETIMEOUT',
            `after ${this.#limitMs / 1000} s \`${script}\` still runs; ${this.#soFar()}`,
          );
        }
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
    }
  }

  #soFar(): string {
    return `so far: ${this.#received.trim()}`;
  }
}

const endMark = 'end-of-script-7d1f';
const finished = new RegExp(`^(.*?)\\n${endMark} (\\d+)\\n`, 's');
