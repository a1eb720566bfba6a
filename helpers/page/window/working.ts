import type { Answer, GivenInput, Order, Rendered } from '../messages';

/** Whom to tell what becomes of it. */
export interface WorkListener {
  readonly onProgress: (progress: Extract<Answer, { readonly kind: 'progress' }>) => void;
  readonly onDone: (rendered: Rendered) => void;
  readonly onFailed: (words: string) => void;
}

/** The worker's life: it is started when there is something to do, and ended when it must not go on. */
export class Working {
  readonly #address: string;
  readonly #listener: WorkListener;
  #worker: Worker | undefined;
  #busy = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** `source` is the worker's script: a page that is one file has no other file to load it from. */
  constructor(source: string, listener: WorkListener) {
    this.#address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    this.#listener = listener;
    this.#worker = this.#begin();
  }

  /** Begins with these; what was going on before ends. */
  start(inputs: readonly GivenInput[]): void {
    if (this.#busy) this.end();
    this.#worker ??= this.#begin();
    this.#busy = this.#worker !== undefined;
    this.#order({ kind: 'diagnose', inputs });
  }

  /** Reads no further: what has been read is judged, and if that takes too long, nothing is. */
  stop(): void {
    if (!this.#busy) return;
    this.#order({ kind: 'stop' });
    this.#patience ??= setTimeout(() => {
      this.end();
      this.#listener.onFailed('Stopped, before anything was known.');
    }, patienceMs);
  }

  /** Ends at once; nobody is told. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#rest();
  }

  #order(order: Order): void {
    this.#worker?.postMessage(order);
  }

  #begin(): Worker | undefined {
    try {
      const worker = new Worker(this.#address);
      worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#hear(data);
      worker.onerror = ({ message }) => this.#fail(message);
      return worker;
    } catch (error) {
      this.#fail(String(error));
      return undefined;
    }
  }

  #fail(why: string): void {
    this.end();
    this.#listener.onFailed(`It could not be judged: ${why || 'this browser starts no worker for this page'}`);
  }

  #hear(answer: Answer): void {
    if (answer.kind === 'progress') {
      this.#listener.onProgress(answer);
      return;
    }
    this.#rest();
    if (answer.kind === 'done') this.#listener.onDone(answer);
    else this.#fail(answer.words);
  }

  #rest(): void {
    this.#busy = false;
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }
}

const patienceMs = 2000;
