import type { Answer, Closed, Garbage, Reply } from '../model/answer';
import { decodeText } from './decode-text';
import { replyLimits, takeAnswer } from './reply-parser';
import type { TranscriptRecorder } from './transcript-recorder';

/** The answers of one server in their order, whether somebody waits for them or not; the last is how it ended. */
export class AnswerQueue {
  readonly #recorder: TranscriptRecorder;
  readonly #onTooMuch: () => void;
  readonly #answers: (Reply | Garbage)[] = [];
  readonly #waiting: Waiting[] = [];
  /** The whole lines of a reply that has begun, and the line that is not whole yet. */
  #lines: Buffer = Buffer.alloc(0);
  #line: Buffer = Buffer.alloc(0);
  #ending: Ending | undefined;

  /** `onTooMuch`: a limit was passed, and nothing that follows can be understood. */
  constructor(recorder: TranscriptRecorder, onTooMuch: () => void) {
    this.#recorder = recorder;
    this.#onTooMuch = onTooMuch;
  }

  /** How it ended, for somebody who waited so long; nothing while it has not. There may still be unread answers. */
  closed(afterMs: number): Closed | undefined {
    return this.#ending && { kind: 'closed', ...this.#ending, afterMs };
  }

  /** How many answers nobody has read. */
  get length(): number {
    return this.#answers.length;
  }

  /** Whether a server that never stops talking has to wait until somebody listens. */
  get full(): boolean {
    return this.#answers.length >= mostUnread;
  }

  /** Takes what came. */
  receive(bytes: Buffer): void {
    this.#line = joined(this.#line, bytes);
    // Only a line end can complete a reply: one that comes byte by byte is not read over and over.
    if (bytes.includes('\n') || this.#line.length > replyLimits.lineBytes) this.#read();
  }

  /** Reads as many answers as are to be kept; what is behind them stays bytes. */
  #read(): void {
    let unread = this.#unread;
    while (!this.full) {
      const taken = takeAnswer(unread);
      if (taken === undefined) break;
      unread = taken.rest;
      for (const line of taken.wire) this.#recorder.received(line);
      if (taken.answer.kind === 'garbage') this.#recorder.note(taken.answer.problem);
      this.#answers.push(taken.answer);
      this.#serve();
      if (taken.beyondLimits) {
        this.#unread = unread;
        this.#onTooMuch();
        return;
      }
    }
    this.#unread = unread;
  }

  /** Forgets an unfinished reply, because what comes next is of another kind (RFC 3207 section 6). */
  discardUnfinished(): void {
    if (this.#unread.length > 0) this.#recorder.note(`discarded ${JSON.stringify(decodeText(this.#unread))}`);
    this.#unread = Buffer.alloc(0);
  }

  get #unread(): Buffer {
    return joined(this.#lines, this.#line);
  }

  set #unread(bytes: Buffer) {
    const end = bytes.lastIndexOf('\n') + 1;
    this.#lines = bytes.subarray(0, end);
    this.#line = bytes.subarray(end);
  }

  /** Nothing more will come. The first reason given is the one that counts. */
  end(how: Closed['how'], detail: string): void {
    if (this.#ending) return;
    const partial = decodeText(this.#unread);
    this.#ending = {
      how,
      detail: partial === '' ? detail : `${detail}, after an unfinished ${JSON.stringify(partial)}`,
    };
    this.#recorder.note(this.#ending.detail);
    this.#serve();
  }

  /** Nobody wants to know any more. */
  close(): void {
    this.#answers.length = 0;
    this.end('end-of-file', 'closed by this client');
  }

  /** The next answer, be it there already or not. Who asks first is served first. */
  async next(timeoutMs: number): Promise<Answer> {
    const ready = this.#shift() ?? this.closed(0);
    if (ready) return ready;
    return new Promise((resolve) => {
      const waiting: Waiting = {
        resolve,
        since: performance.now(),
        timer: setTimeout(() => this.#fallSilent(waiting), timeoutMs),
      };
      this.#waiting.push(waiting);
    });
  }

  #shift(): Reply | Garbage | undefined {
    const wasFull = this.full;
    const answer = this.#answers.shift();
    if (wasFull) this.#read();
    return answer;
  }

  #serve(): void {
    for (let waiting = this.#waiting[0]; waiting !== undefined; waiting = this.#waiting[0]) {
      const answer = this.#shift() ?? this.closed(msSince(waiting.since));
      if (!answer) return;
      this.#waiting.shift();
      clearTimeout(waiting.timer);
      waiting.resolve(answer);
    }
  }

  #fallSilent(waiting: Waiting): void {
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    const partial = decodeText(this.#unread);
    const afterMs = msSince(waiting.since);
    this.#recorder.note(`no whole reply in ${afterMs} ms${partial === '' ? '' : `, only ${JSON.stringify(partial)}`}`);
    waiting.resolve({ kind: 'silence', afterMs, partial });
  }
}

/** What nobody has read is as little as this, and one chunk of bytes. */
const mostUnread = 100;

interface Ending {
  readonly how: Closed['how'];
  readonly detail: string;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly since: number;
  readonly timer: NodeJS.Timeout;
}

/** Most replies come in one piece, which need not be copied. */
function joined(first: Buffer, second: Buffer): Buffer {
  return first.length === 0 ? second : Buffer.concat([first, second]);
}

function msSince(start: number): number {
  return Math.round(performance.now() - start);
}
