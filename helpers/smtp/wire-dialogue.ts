import type { Answer, Reply } from '../model/answer';
import type { Transcript } from '../model/transcript';
import { isOfClass } from './answers';
import type { ChannelBinding } from './sasl/scram';
import { defaultTimeoutMs, farewellMs, type SessionOptions } from './session-options';
import type { TranscriptRecorder } from './transcript-recorder';
import type { WireConnection } from './wire-connection';

/** What a client and a server say to each other, line by line and answer by answer, until one of them takes leave. */
export class WireDialogue implements AsyncDisposable {
  /**
   * The first answer: 220, or how it came to nothing.
   *
   * @example
   * expect(session.greeting).toMatchObject({ kind: 'reply', code: 220 });
   */
  readonly greeting: Answer;
  #last: Answer;
  #quitting = false;
  protected readonly options: SessionOptions;
  protected readonly connection: WireConnection;
  protected readonly recorder: TranscriptRecorder;

  protected constructor(
    options: SessionOptions,
    connection: WireConnection,
    recorder: TranscriptRecorder,
    greeting: Answer,
  ) {
    this.options = options;
    this.connection = connection;
    this.recorder = recorder;
    this.greeting = greeting;
    this.#last = greeting;
  }

  /**
   * Whether the connection came about at all, also where it has ended since.
   *
   * @example
   * expect(session.connected).toBe(true);
   */
  get connected(): boolean {
    return this.connection.connected;
  }

  /**
   * The TLS in use, such as `TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384`.
   *
   * @example
   * expect(session.tls).toMatch(/^TLSv1\.[23] /);
   */
  get tls(): string | undefined {
    return this.connection.tls;
  }

  /**
   * The names that the server's certificate is for: subject alternative names, else the common name.
   *
   * @example
   * expect(session.certificateNames).toContain(server.hostname);
   */
  get certificateNames(): readonly string[] {
    return this.connection.certificateNames;
  }

  /**
   * What a login by SCRAM-…-PLUS ties to this TLS session: `tls-exporter` under TLS 1.3, `tls-unique` before, or what is named.
   *
   * @example
   * mechanismFor('SCRAM-SHA-256-PLUS', { user: 'carol', password: 'secret', host, channelBinding: session.channelBinding() });
   */
  channelBinding(type?: ChannelBinding['type']): ChannelBinding | undefined {
    return this.connection.channelBinding(type);
  }

  /**
   * All that was said until now.
   *
   * @example
   * const said = session.transcript.entries.map(({ from, text }) => `${from}: ${text}`);
   */
  get transcript(): Transcript {
    return this.recorder.transcript;
  }

  /**
   * Sends bytes as they are: broken lines, or several commands at once. `masked` stands for them in the transcript.
   *
   * @example
   * session.send('NOOP\r\nNOOP\r\n');
   * const both = [await session.readAnswer(), await session.readAnswer()];
   */
  send(bytes: string | Buffer, masked?: string): void {
    this.connection.write(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, masked);
  }

  /**
   * The next answer that nobody has read, be it asked for or not; silence where none comes within the milliseconds.
   *
   * @example
   * const unasked = await session.readAnswer(1_000);
   */
  async readAnswer(timeoutMs = this.options.timeoutMs ?? defaultTimeoutMs): Promise<Answer> {
    this.#last = await this.connection.nextAnswer(timeoutMs);
    return this.#last;
  }

  /**
   * Sends one line and reads the next answer. Lines of an AUTH exchange are masked as such without help.
   *
   * @example
   * expect(await session.command('VRFY alice')).toMatchObject({ code: 252 });
   */
  command(line: string, masked?: string): Promise<Answer> {
    const { unread } = this.connection;
    if (unread > 0) this.recorder.note(`${unread === 1 ? 'an answer' : `${unread} answers`} came before the question`);
    this.send(`${line}\r\n`, masked);
    return this.readAnswer();
  }

  /**
   * QUIT, RFC 5321 section 4.1.1.10. It is the server that ends the connection: `readAnswer` shows whether it does.
   *
   * @example
   * expect(await session.quit()).toMatchObject({ code: 221 });
   */
  quit(): Promise<Answer> {
    this.#quitting = true;
    return this.command('QUIT');
  }

  /**
   * Takes leave, so that no server logs a lost connection, and ends without waiting for long.
   *
   * @example
   * await using session = await server.session();
   */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.connection.open && isIdle(this.#last)) {
      if (!this.#quitting) this.send('QUIT\r\n');
      await this.connection.untilClosed(farewellMs);
    }
    this.connection.destroy();
  }
}

/** Whether QUIT would be understood as a command: not within an AUTH exchange, nor within a message. */
function isIdle(last: Answer): last is Reply {
  return last.kind === 'reply' && !isOfClass(last, 3);
}
