import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { JudgedPiece, PieceJudges } from '../../diagnosis/judged-piece';
import type { ServerFacts } from '../../model/failure-mode';
import { ownProgram } from '../../running/own-program';

/** Threads that judge pieces of long logs with the catalogue, as many as the machine has processors for. */
export class JudgeThreads implements PieceJudges {
  readonly afterBytes;
  readonly leastBytes = 16 * 1024;
  readonly atOnce: number;
  readonly #facts: ServerFacts;
  readonly #count: number;
  #threads: Thread[] = [];
  /** Memory of pieces, used again and again. */
  readonly #free: ArrayBuffer[] = [];

  constructor(
    facts: ServerFacts,
    { count = Math.min(availableParallelism(), mostThreads), afterBytes = usualAfterBytes } = {},
  ) {
    this.#facts = facts;
    this.afterBytes = afterBytes;
    // On a single processor nothing is won.
    this.#count = count > 1 ? count : 0;
    this.atOnce = this.#count * 2;
  }

  areReady(): boolean {
    if (this.#threads.length < this.#count) {
      this.#threads = Array.from({ length: this.#count }, (_, number) => new Thread(number, this.#facts));
    }
    return this.#count > 0 && this.#threads.every(({ isReady }) => isReady);
  }

  async judge(bytes: Uint8Array) {
    const thread = this.#threads.reduce((best, next) => (next.waiting < best.waiting ? next : best));
    const memory = this.#memoryFor(bytes.length);
    new Uint8Array(memory).set(bytes);
    const { judged, memory: back } = await thread.judge(memory, bytes.length);
    return {
      judged,
      bytes: Buffer.from(back, 0, bytes.length),
      judge: thread.number,
      free: () => this.#free.push(back),
    };
  }

  /** Ends them. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  #memoryFor(length: number): ArrayBuffer {
    const free = this.#free.pop();
    return free && free.byteLength >= length ? free : new ArrayBuffer(Math.max(length, usualLength));
  }
}

/** Each needs some 50 MB; and what they find out comes together in one, which more would wait for. */
const mostThreads = 4;
const usualLength = 1024 * 1024;
/** Until then one thread takes about two seconds, of which the others would take one to get going. */
const usualAfterBytes = 128 * 1024 * 1024;

interface Answer {
  readonly judged: JudgedPiece;
  readonly memory: ArrayBuffer;
}

class Thread {
  readonly number: number;
  isReady = false;
  readonly #worker: Worker;
  readonly #asked: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }[] = [];
  #failed: Error | undefined;

  constructor(number: number, facts: ServerFacts) {
    this.number = number;
    // Loaded only for long logs.
    const threads = require('node:worker_threads') as typeof import('node:worker_threads');
    this.#worker = new threads.Worker(ownProgram(join(__dirname, 'judge-thread')), { workerData: facts });
    this.#worker.on('message', (message: 'ready' | Answer) => {
      if (message === 'ready') this.isReady = true;
      else this.#asked.shift()?.resolve(message);
      if (this.#asked.length === 0) this.#worker.unref();
    });
    this.#worker.on('error', (error) => {
      this.#failed = error;
      for (const { reject } of this.#asked.splice(0)) reject(error);
    });
    // A thread that nobody waits for does not keep the process alive.
    this.#worker.unref();
  }

  get waiting(): number {
    return this.#asked.length;
  }

  judge(memory: ArrayBuffer, length: number): Promise<Answer> {
    if (this.#failed) return Promise.reject(this.#failed);
    this.#worker.ref();
    this.#worker.postMessage({ memory, length }, [memory]);
    return new Promise((resolve, reject) => this.#asked.push({ resolve, reject }));
  }

  end(): Promise<unknown> {
    return this.#worker.terminate();
  }
}
