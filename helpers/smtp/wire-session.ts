import type { Answer } from '../model/answer';
import { hasCode, inWords, isOfClass, mapTexts } from './answers';
import { authExchange } from './auth-exchange';
import { type EhloExtensions, parseEhlo } from './ehlo';
import { messageData } from './message-data';
import type { SaslMechanism } from './sasl/mechanism';
import { defaultTimeoutMs, type MailToSend, type SessionOptions } from './session-options';
import { TranscriptRecorder } from './transcript-recorder';
import { WireConnection } from './wire-connection';
import { WireDialogue } from './wire-dialogue';

/** One mail transaction, as far as it came: nothing follows where the server said no. */
export interface MailAnswers {
  readonly mail: Answer;
  /** In the order of the recipients, up to the first where no reply came. */
  readonly rcpt: readonly Answer[];
  readonly data: Answer | undefined;
}

/** A client session, command by command. Whatever a server does is an answer; nothing here throws because of it. */
export class WireSession extends WireDialogue {
  /**
   * Of the last EHLO, if it was accepted; forgotten with STARTTLS (RFC 3207 section 4.2).
   *
   * @example
   * expect(session.extensions?.authMechanisms).toContain('PLAIN');
   */
  extensions: EhloExtensions | undefined;
  #lastEhlo: Answer | undefined;
  #knowsHeloAlone = false;
  #opened: Answer | undefined;

  /**
   * Connects, waits for the greeting, reaches TLS where it is to be used, and says EHLO. Never rejects for what the server or
   * the network does: `opened` tells how far it came, and `extensions` are there where EHLO was accepted.
   *
   * @example
   * await using session = await WireSession.open({ host, port, title: 'outside → 25', security: 'plain', clientName: 'a.example' });
   */
  static async open(options: SessionOptions): Promise<WireSession> {
    const recorder = new TranscriptRecorder(options.title, options);
    const connection = new WireConnection({ ...options, implicitTls: options.security === 'implicit-tls' }, recorder);
    options.signal?.addEventListener('abort', () => connection.destroy(), { once: true });
    const greeting = await connection.nextAnswer(options.timeoutMs ?? defaultTimeoutMs);
    const session = new WireSession(options, connection, recorder, greeting);
    if (hasCode(greeting, 220)) session.#opened = await session.#introduce();
    return session;
  }

  /**
   * Where opening ended: the answer to the last EHLO, or the first answer that barred the way there.
   *
   * @example
   * expect(session.opened).toMatchObject({ code: 250 });
   */
  get opened(): Answer {
    return this.#opened ?? this.greeting;
  }

  /**
   * The answer to the last EHLO, be it the opening's or a later one: why there are no `extensions`. Undefined before the first,
   * and forgotten with STARTTLS as they are.
   *
   * @example
   * await session.ehlo('[192.0.2.1]');
   * expect(session.lastEhlo).toMatchObject({ code: 501 });
   */
  get lastEhlo(): Answer | undefined {
    return this.#lastEhlo;
  }

  /**
   * Whether the server knows no EHLO and took HELO, which this client says by itself only where its options want that.
   *
   * @example
   * expect(session.knowsHeloAlone).toBe(false);
   */
  get knowsHeloAlone(): boolean {
    return this.#knowsHeloAlone;
  }

  /**
   * EHLO, RFC 5321 section 4.1.1.1; keeps what it learns in `extensions`.
   *
   * @example
   * await session.ehlo('client.example.org');
   */
  async ehlo(name = this.options.clientName): Promise<Answer> {
    const answer = await this.#hello(name);
    this.#lastEhlo = answer;
    this.extensions = hasCode(answer, 250) ? parseEhlo(answer) : undefined;
    return answer;
  }

  /**
   * STARTTLS and, after a 220, the handshake. `injected`: bytes in the same packet, which a server must not obey.
   *
   * @example
   * await session.startTls();
   * await session.ehlo();
   */
  async startTls(injected = ''): Promise<Answer> {
    this.send(`STARTTLS\r\n${injected}`);
    const answer = await this.readAnswer();
    if (!hasCode(answer, 220)) return answer;
    this.extensions = undefined;
    this.#lastEhlo = undefined;
    const failure = await this.connection.startTls(this.options.timeoutMs ?? defaultTimeoutMs);
    return failure ?? answer;
  }

  /**
   * A whole AUTH exchange, RFC 4954 section 4; the final answer. What the server makes of it is the question, so nothing is
   * refused here: neither a mechanism that EHLO does not offer, nor EXTERNAL without a client certificate. The secrets of the
   * mechanism are masked from now on, in the transcript and in this answer, where the server quotes them.
   *
   * @example
   * const plain = mechanismFor('PLAIN', { user: 'carol', password: 'secret', host: server.hostname });
   * if (plain) expect(await session.authenticate(plain)).toMatchObject({ code: 235 });
   */
  async authenticate(mechanism: SaslMechanism, options?: { readonly initialResponse?: boolean }): Promise<Answer> {
    this.recorder.keepSecret(mechanism.secrets ?? []);
    const onCancel = (reason: string) => this.recorder.note(`cancelled: ${reason}`);
    const answer = await authExchange(mechanism, (line) => this.command(line), { ...options, onCancel });
    return mapTexts(answer, (text) => this.recorder.masked(text));
  }

  /**
   * MAIL; the address without its angle brackets, empty for the null sender.
   *
   * @example
   * await session.mail('carol@example.test', 'SIZE=1000');
   */
  mail(from: string, parameters = ''): Promise<Answer> {
    return this.command(`MAIL FROM:<${from}> ${parameters}`.trimEnd());
  }

  /**
   * RCPT; the address without its angle brackets.
   *
   * @example
   * expect(await session.rcpt('dave@elsewhere.example')).toMatchObject({ code: 554, enhanced: '5.7.1' });
   */
  rcpt(to: string): Promise<Answer> {
    return this.command(`RCPT TO:<${to}>`);
  }

  /**
   * DATA and, after a 354, the message: text as UTF-8, bytes as they are.
   *
   * @example
   * await session.data('Subject: test\r\n\r\nHello\r\n');
   */
  async data(message: string | Buffer): Promise<Answer> {
    const answer = await this.command('DATA');
    // RFC 5321 section 4.3.2 has no success at this point: taken for one, a message would be taken that was never sent.
    if (isOfClass(answer, 2))
      return { kind: 'garbage', text: inWords(answer), problem: 'the answer to DATA is not 354' };
    if (!hasCode(answer, 354)) return answer;
    const bytes = messageData(message);
    this.connection.writeSummarised(bytes, `<message of ${bytes.length} bytes>`);
    return this.readAnswer();
  }

  /**
   * One mail transaction. Every recipient is tried; the message goes to those that were accepted.
   *
   * @example
   * const { mail, rcpt, data } = await session.sendMail({ from: 'a@example.test', to: ['b@example.test'], message });
   */
  async sendMail({ from, to, message }: MailToSend): Promise<MailAnswers> {
    const mail = await this.mail(from);
    const rcpt: Answer[] = [];
    let last = mail;
    for (const recipient of isOfClass(mail, 2) ? to : []) {
      last = await this.rcpt(recipient);
      rcpt.push(last);
      if (last.kind !== 'reply') break;
    }
    const accepted = last.kind === 'reply' && rcpt.some((answer) => isOfClass(answer, 2));
    return { mail, rcpt, data: accepted ? await this.data(message) : undefined };
  }

  async #hello(name: string): Promise<Answer> {
    const answer = await this.command(`EHLO ${name}`);
    const isUnknown = hasCode(answer, 500) || hasCode(answer, 502);
    if (!isUnknown || !this.options.heloInstead) return answer;
    const helo = await this.command(`HELO ${name}`);
    if (!hasCode(helo, 250)) return answer;
    this.#knowsHeloAlone = true;
    // It names no extensions: further lines are a greeting.
    return { ...helo, lines: helo.lines.slice(0, 1) };
  }

  async #introduce(): Promise<Answer> {
    const { security, ehlo = true } = this.options;
    let reached = this.greeting;
    if (security === 'starttls') {
      const hello = await this.ehlo();
      if (!hasCode(hello, 250)) return hello;
      reached = await this.startTls();
      if (!hasCode(reached, 220)) return reached;
    }
    return ehlo ? this.ehlo() : reached;
  }
}
