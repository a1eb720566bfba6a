import * as net from 'node:net';
import * as tls from 'node:tls';
import type { Answer, Closed } from '../model/answer';
import { AnswerQueue } from './answer-queue';
import { certificateInWords } from './certificate-in-words';
import { channelBinding } from './channel-binding';
import { clientTls } from './client-tls';
import type { ChannelBinding } from './sasl/scram';
import type { ClientCertificate, Trust } from './session-options';
import { certificateNames, tlsInWords } from './tls-in-words';
import type { TranscriptRecorder } from './transcript-recorder';

/** Where a connection goes, and whether TLS comes first (RFC 8314 section 3.3). */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly implicitTls: boolean;
  /** Shown to a server that asks for one. */
  readonly tls?: ClientCertificate | undefined;
  /** Whose certificates are taken: by default anybody's. */
  readonly trust?: Trust | 'anybody' | undefined;
}

/** One connection to a server: bytes out, answers in. All that goes wrong with it is an answer too. */
export class WireConnection {
  readonly #host: string;
  readonly #certificate: ClientCertificate | undefined;
  readonly #trust: Endpoint['trust'];
  readonly #recorder: TranscriptRecorder;
  readonly #answers: AnswerQueue;
  #socket: net.Socket;
  #connected = false;

  constructor({ host, port, implicitTls, tls: certificate, trust }: Endpoint, recorder: TranscriptRecorder) {
    this.#host = host;
    this.#certificate = certificate;
    this.#trust = trust;
    this.#recorder = recorder;
    this.#answers = new AnswerQueue(recorder, () => this.#giveUp());
    const socket = implicitTls ? tls.connect({ host, port, ...this.#tlsOptions() }) : net.connect({ host, port });
    socket.once('connect', () => {
      this.#connected = true;
      recorder.note(`connected to ${host}:${port}`);
    });
    this.#socket = this.#listenTo(socket.setNoDelay(), 'refused');
  }

  /** The TLS in use, such as `TLSv1.3 TLS_AES_256_GCM_SHA384`. */
  get tls(): string | undefined {
    return this.#recorder.tls ? tlsInWords(this.#socket) : undefined;
  }

  /** The names that the peer's certificate is for; none without TLS. */
  get certificateNames(): readonly string[] {
    return this.#recorder.tls ? certificateNames(this.#socket) : [];
  }

  /** Whether it came about, also where it has ended since. */
  get connected(): boolean {
    return this.#connected;
  }

  /** How many answers came that nobody has read. */
  get unread(): number {
    return this.#answers.length;
  }

  /** What a login can be tied to the TLS session by; nothing without TLS. */
  channelBinding(type?: ChannelBinding['type']): ChannelBinding | undefined {
    return this.#recorder.tls && this.#socket instanceof tls.TLSSocket ? channelBinding(this.#socket, type) : undefined;
  }

  /** Whether there is somebody to talk to: the connection is there, and the server listens now and then. */
  get open(): boolean {
    return this.#answers.closed(0) === undefined && !this.#answers.full;
  }

  /** Sends bytes and records them, or what is `masked` in their place. After the end there is nobody to send to. */
  write(bytes: Buffer, masked?: string): void {
    if (this.#answers.closed(0)) return;
    this.#recorder.sent(bytes, masked);
    this.#socket.write(bytes);
  }

  /** Sends a message: bytes of which only a summary is recorded. */
  writeSummarised(bytes: Buffer, summary: string): void {
    if (this.#answers.closed(0)) return;
    this.#recorder.summarised(summary);
    this.#socket.write(bytes);
  }

  /** The next answer that nobody has read, waiting for it if need be. */
  async nextAnswer(timeoutMs: number): Promise<Answer> {
    const answer = await this.#answers.next(timeoutMs);
    if (!this.#answers.full) this.#socket.resume();
    return answer;
  }

  /** Wraps the connection in TLS, RFC 3207 section 4: nothing when that went well, else how it failed. */
  async startTls(timeoutMs: number): Promise<Closed | undefined> {
    const since = performance.now();
    this.#answers.discardUnfinished();
    const secure = tls.connect({ socket: this.#socket, ...this.#tlsOptions() });
    this.#socket = this.#listenTo(secure, 'tls-failure');
    const timer = setTimeout(() => {
      this.#answers.end('tls-failure', `no TLS handshake in ${timeoutMs} ms`);
      secure.destroy();
    }, timeoutMs);
    await new Promise<void>((resolve) => {
      secure.once('secureConnect', resolve).once('close', resolve);
    });
    clearTimeout(timer);
    return this.#answers.closed(Math.round(performance.now() - since));
  }

  /** Waits until the connection is closed, at most this long. */
  async untilClosed(timeoutMs: number): Promise<void> {
    const socket = this.#socket;
    if (socket.closed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      socket.resume().once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Ends it, whatever the server does. */
  destroy(): void {
    this.#answers.close();
    this.#socket.destroy();
  }

  #tlsOptions(): tls.ConnectionOptions {
    const options = { ...clientTls(this.#trust), ...this.#certificate };
    return options.servername || net.isIP(this.#host) ? options : { ...options, servername: this.#host };
  }

  /** `failure`: what an error means until the socket is connected, or until its handshake is done. */
  #listenTo(socket: net.Socket, failure: 'refused' | 'tls-failure'): net.Socket {
    const answers = this.#answers;
    let how: Closed['how'] = failure;
    socket.once('connect', () => {
      how = socket instanceof tls.TLSSocket ? 'tls-failure' : 'reset';
    });
    socket.once('secureConnect', () => {
      how = 'reset';
      this.#recorder.tls = true;
      this.#recorder.note(`TLS: ${tlsInWords(socket)}`);
      const certificate = certificateInWords(socket);
      if (certificate !== undefined) this.#recorder.note(`certificate: ${certificate}`);
      if (socket instanceof tls.TLSSocket && socket.authorized) this.#recorder.note('the certificate is verified');
    });
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    socket.once('end', () => {
      if (how === 'tls-failure') answers.end(how, 'closed by the server within the TLS handshake');
      else answers.end('end-of-file', 'closed by the server');
    });
    // Where a name has several addresses and none answers, the error has a code and no message.
    socket.on('error', (error: NodeJS.ErrnoException) => answers.end(how, error.message || String(error.code)));
    socket.once('close', () => answers.end('end-of-file', 'closed'));
    return socket;
  }

  #receive(bytes: Buffer): void {
    this.#answers.receive(bytes);
    if (this.#answers.full) this.#socket.pause();
  }

  #giveUp(): void {
    this.#answers.end('reset', 'given up by this client');
    this.#socket.destroy();
  }
}
