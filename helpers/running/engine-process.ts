import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { HarnessError } from '../errors';
import type { RunOptions } from '../settings/settings';
import { engineEnvironment } from './engine-environment';
import type { EngineAnswer, EngineRequest } from './engine-program';
import { ownProgram } from './own-program';
import { within } from './within';

/** An engine, asked by a process of its own: the Docker client knows one engine a process, and takes a second to load. */
export class EngineProcess implements Disposable {
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;
  readonly #tell: (line: string) => void;
  #asked = 0;

  /** Undefined: the engine that is there. Lines are what building an image says. */
  constructor(engine: string | undefined, env: NodeJS.ProcessEnv, tell: (line: string) => void) {
    this.#tell = tell;
    this.#child = fork(ownProgram(join(__dirname, 'engine-program')), {
      env: engineEnvironment(engine, env),
      // Standard output is for results.
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    const name = engine ?? 'the engine';
    this.#ended = once(this.#child, 'exit').then(() => {
      throw new Error(`the process that speaks to ${name} has ended`);
    });
    this.#ended.catch(() => {});
  }

  /** How many processors it has. Throws a HarnessError, ENODOCKER, where it does not answer. */
  async cpus(): Promise<number> {
    return (await this.#ask({ kind: 'cpus' })) ?? 1;
  }

  /** Makes ready the images of the server that the options name; throws as `prepareRun` does. */
  async prepare(options: RunOptions): Promise<void> {
    await this.#ask({ kind: 'prepare', options });
  }

  /** Whether it answers, now. */
  answers(): Promise<boolean> {
    return within(answerLimitMs, this.cpus()).then(
      () => true,
      () => false,
    );
  }

  [Symbol.dispose](): void {
    this.#child.kill();
  }

  async #ask(request: EngineRequest): Promise<number | undefined> {
    const id = ++this.#asked;
    this.#child.send({ ...request, id });
    const answer = await Promise.race([this.#answerTo(id), this.#ended]);
    if (answer.kind === 'done') return answer.value;
    throw answer.code === undefined ? new Error(answer.message) : HarnessError.told(answer.code, answer.message);
  }

  #answerTo(id: number): Promise<Exclude<EngineAnswer, { readonly kind: 'line' }>> {
    return new Promise((resolve) => {
      const listen = (answer: EngineAnswer) => {
        if (answer.id !== id) return;
        if (answer.kind === 'line') return this.#tell(answer.line);
        this.#child.off('message', listen);
        resolve(answer);
      };
      this.#child.on('message', listen);
    });
  }
}

/** One that is busy takes a second or two; one that is cut off says nothing. */
const answerLimitMs = 15_000;
