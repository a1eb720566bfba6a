import { once } from 'node:events';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Garbage, Reply } from '../model/answer';
import type { Transcript } from '../model/transcript';
import { clientTls } from './client-tls';
import { digestMd5ForNodemailer } from './nodemailer-digest';
import { NodemailerLog } from './nodemailer-log';
import { parseReply } from './reply-parser';
import { defaultTimeoutMs, farewellMs, type MailToSend, type SessionOptions } from './session-options';
import { TranscriptRecorder } from './transcript-recorder';

/** One mail by Nodemailer, which is how an application sends it. */
export interface NodemailerOptions extends SessionOptions, MailToSend {
  /** Without them it doesn't log in. */
  readonly credentials?: { readonly user: string; readonly password: string } | undefined;
  /** By default Nodemailer's own choice among what the server offers. */
  readonly method?: 'PLAIN' | 'LOGIN' | 'CRAM-MD5' | 'DIGEST-MD5' | undefined;
}

/** What became of it, in Nodemailer's own terms. */
export type NodemailerOutcome =
  | {
      readonly kind: 'sent';
      readonly response: Reply | Garbage;
      readonly accepted: readonly string[];
      readonly rejected: readonly string[];
    }
  | {
      readonly kind: 'refused';
      /** EAUTH, EENVELOPE, EMESSAGE, ECONNECTION, ESOCKET, ETIMEDOUT, ETLS, EPROTOCOL, EDNS. */
      readonly code: string;
      readonly responseCode: number | undefined;
      readonly response: string | undefined;
      /** Such as `RCPT TO`, `AUTH PLAIN`, `CONN`. */
      readonly command: string | undefined;
      readonly message: string;
    };

/** The outcome with all that was said. */
export interface NodemailerResult {
  readonly transcript: Transcript;
  readonly outcome: NodemailerOutcome;
}

/**
 * Sends one mail. With credentials it always tries to log in: Nodemailer's transport would silently send without where
 * the server offers no AUTH, and a relay for everybody would pass for one for its users.
 */
export async function sendWithNodemailer(options: NodemailerOptions): Promise<NodemailerResult> {
  const recorder = new TranscriptRecorder(options.title, options);
  recorder.keepSecret(options.credentials ? [options.credentials.password] : []);
  const log = new NodemailerLog(recorder);
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const connection = new SMTPConnection(connectionOptions(options, timeoutMs, log));
  const broken = new Promise<never>((_, reject) => connection.on('error', reject));
  // Nodemailer's own limits are for silence; a server that sends byte after byte would keep it for good.
  const watchdog = setTimeout(() => giveUp(connection, timeoutMs), 2 * timeoutMs);
  log.follow(connection, () => watchdog.refresh());
  try {
    const outcome = await Promise.race([broken, converse(connection, log, options)]).catch((error) =>
      refusal(error, recorder),
    );
    await Promise.race([broken, takeLeave(connection)]).catch(() => {
      // What became of the mail is known; how a server takes the farewell is in the transcript.
    });
    return { transcript: recorder.transcript, outcome };
  } finally {
    clearTimeout(watchdog);
    connection.close();
  }
}

async function converse(
  connection: SMTPConnection,
  log: NodemailerLog,
  { credentials, method, from, to, message }: NodemailerOptions,
): Promise<NodemailerOutcome> {
  await callback<unknown>((done) => connection.connect(done));
  log.readWrites();
  if (credentials) {
    const auth = { user: credentials.user, pass: credentials.password, method };
    await callback<unknown>((done) => connection.login(auth, done));
  }
  const sent = await callback<SMTPConnection.SentMessageInfo>((done) =>
    connection.send({ from, to: [...to] }, message, done),
  );
  const { response, accepted, rejected } = sent;
  return { kind: 'sent', response: parseReply(response.split('\n')), accepted, rejected };
}

function callback<T>(run: (done: (error?: Error | null, result?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    run((error, result) => (error ? reject(error) : resolve(result as T)));
  });
}

function refusal(error: SMTPConnection.SMTPError, recorder: TranscriptRecorder): NodemailerOutcome {
  const { code = error.name, responseCode, response, command, message } = error;
  return {
    kind: 'refused',
    code,
    responseCode,
    response: response && recorder.masked(response),
    command,
    message: recorder.masked(message),
  };
}

/** So that no server logs a lost connection. */
async function takeLeave(connection: SMTPConnection): Promise<void> {
  if (connection.destroyed) return;
  const timer = setTimeout(() => connection.close(), farewellMs);
  const ended = once(connection, 'end').finally(() => clearTimeout(timer));
  connection.quit();
  await ended;
}

function giveUp(connection: SMTPConnection, timeoutMs: number): void {
  const error = Object.assign(new Error(`No whole reply in ${2 * timeoutMs} ms`), {
    code: 'ETIMEDOUT',
    command: 'CONN',
  });
  connection.emit('error', error);
  connection.close();
}

function connectionOptions(
  { host, port, security, clientName, trust }: NodemailerOptions,
  timeoutMs: number,
  log: NodemailerLog,
): SMTPConnection.Options {
  return {
    host,
    port,
    name: clientName,
    secure: security === 'implicit-tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    tls: clientTls(trust),
    // All until STARTTLS is done, so several answers.
    connectionTimeout: 2 * timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketCloseTimeout: 0,
    logger: log.logger,
    transactionLog: true,
    customAuth: { 'DIGEST-MD5': digestMd5ForNodemailer(host) },
  };
}
