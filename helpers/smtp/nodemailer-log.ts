import type { Socket } from 'node:net';
import { format } from 'node:util';
import type { ExternalLogger } from 'nodemailer/lib/shared';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { tlsInWords } from './tls-in-words';
import type { TranscriptRecorder } from './transcript-recorder';

/** Makes a transcript of what Nodemailer logs. */
export class NodemailerLog {
  readonly #recorder: TranscriptRecorder;
  #connection: SMTPConnection | undefined;
  #onProgress = (): void => {};
  /** What a client's line is read from, once there is a secret to send. */
  #readsWrites = false;
  #lineIsNext = false;

  constructor(recorder: TranscriptRecorder) {
    this.#recorder = recorder;
  }

  /** What Nodemailer is to be given. */
  get logger(): ExternalLogger {
    const take = (entry: LogEntry, message = '', ...details: unknown[]): void =>
      this.#take(entry, details.length === 0 ? message : format(message, ...details));
    return { debug: take, info: take, warn: take, error: take };
  }

  /** Whose log it is; and what to do whenever a line went either way. */
  follow(connection: SMTPConnection, onProgress: () => void): void {
    this.#connection = connection;
    this.#onProgress = onProgress;
  }

  /**
   * From now on reads the client's lines off the socket. Nodemailer's log has secrets replaced in a way of its own: a
   * LOGIN user in clear, an empty response as if it were one.
   */
  readWrites(): void {
    const socket = this.#connection?._socket;
    if (!socket) return;
    onWrite(socket, (bytes) => {
      if (this.#lineIsNext) this.#recorder.sent(Buffer.from(bytes));
      this.#lineIsNext = false;
    });
    this.#readsWrites = true;
  }

  #take(entry: LogEntry, text: string): void {
    this.#noticeTls();
    if (entry.tnx === 'client') {
      this.#lineIsNext = true;
      if (!this.#readsWrites) this.#recorder.sent(Buffer.from(`${text}\r\n`));
    } else if (entry.tnx === 'server') {
      for (const line of text.split('\n')) this.#recorder.received(line);
    } else if (entry.tnx === 'message') {
      this.#recorder.summarised(`<message of ${entry.outByteCount} bytes>`);
    } else if (entry.tnx === 'network' || entry.err) {
      this.#recorder.note(text);
    }
    if (entry.tnx === 'client' || entry.tnx === 'server') this.#onProgress();
  }

  #noticeTls(): void {
    const socket = this.#connection?.secure && this.#connection._socket;
    const inUse = socket ? tlsInWords(socket) : undefined;
    if (this.#recorder.tls || inUse === undefined) return;
    this.#recorder.tls = true;
    this.#recorder.note(`TLS: ${inUse}`);
  }
}

interface LogEntry {
  readonly tnx?: string;
  readonly err?: Error;
  readonly outByteCount?: number;
}

function onWrite(socket: Socket, listener: (bytes: string | Uint8Array) => void): void {
  const write = socket.write.bind(socket) as (...parameters: unknown[]) => boolean;
  socket.write = (bytes: string | Uint8Array, ...rest: unknown[]): boolean => {
    listener(bytes);
    return write(bytes, ...rest);
  };
}
