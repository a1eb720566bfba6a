import { type LogLine, parseLogLine } from '../../maillog/parse-line';

/** A line of a mail log, whatever it came wrapped in; what the line doesn't say is undefined. */
export interface UnwrappedLine {
  readonly time: string | undefined;
  readonly program: string | undefined;
  readonly pid?: number | undefined;
  readonly message: string;
}

/**
 * Takes a line out of what it is wrapped in: Docker's and journald's JSON, prefixes of `docker compose logs`, grep or
 * Kubernetes, colours; or takes it as people paste it, from the program's name or from the message on.
 */
export function unwrapLine(text: string): UnwrappedLine {
  if (text.startsWith('{')) {
    const wrapped = unwrapJson(text);
    if (wrapped) return wrapped;
  }
  return unwrapText(text);
}

function unwrapText(text: string): UnwrappedLine {
  const plain = withoutDecoration(text);
  const line = parseLogLine(plain);
  if (line && !line.host.endsWith(':')) return fromSyslog(line);
  const { time, rest } = withoutTime(plain);
  const inside = programInside.exec(rest)?.groups;
  if (inside) return fromParts({ time, ...inside });
  // Dovecot's own file, log_path: Nov 25 10:00:00 auth: Error: …
  if (/^(?:auth|auth-worker|imap-login|pop3-login|submission-login|master|lmtp)(?:\(\d+\))?: /.test(rest)) {
    return { time, program: 'dovecot', message: trimmed(rest) };
  }
  return { time, program: undefined, message: trimmed(rest) };
}

function fromSyslog({ time, program, pid, message }: LogLine): UnwrappedLine {
  // A container's log, sent on as it is: Jan 25 08:43:17 host smtp[14]: Jan 25 08:43:17 mail postfix/smtpd[3]: warning: …
  const inner = /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d[T ])/.test(message) && parseLogLine(message);
  if (inner) return fromSyslog(inner);
  return { time, program, ...(pid !== undefined && { pid }), message: trimmed(message) };
}

function fromParts(parts: { readonly time: string | undefined } & Readonly<Record<string, string | undefined>>) {
  const { time, program, pid, message = '' } = parts;
  return { time, program, ...(pid !== undefined && { pid: Number(pid) }), message: trimmed(message) };
}

/** The program inside a line. */
// mail_1  | Nov 24 23:49:37 mail postfix/smtpd[16]: warning: …
// maillog:17:Nov 24 23:49:37 mail postfix/smtpd[16]: warning: …
// 2026-11-24T23:49:37.1Z stdout F postfix/smtpd[16]: warning: …
// postfix/smtpd[16]: warning: …
// saslauthd[16] :auth failure: …   as `saslauthd -d` prints it
export const programInside =
  /(?:^|[\s|:])(?<program>[A-Za-z][\w./-]*(?=\[\d)|(?:postfix|dovecot|saslauthd|postfix-script|opendkim|rspamd)[\w./-]*)(?:\[(?<pid>\d+)\])?(?:: |(?<=\]) :)(?<message>.*)$/s;

function unwrapJson(text: string): UnwrappedLine | undefined {
  const fields = parseObject(text);
  // {"log":"Nov 24 … mail postfix/smtpd[16]: connect from …\n","stream":"stdout","time":"2026-11-24T23:49:37.1Z"}
  if (typeof fields?.log === 'string') {
    const inner = unwrapText(fields.log);
    return { ...inner, time: inner.time ?? (typeof fields.time === 'string' ? fields.time : undefined) };
  }
  const message = journalText(fields?.MESSAGE);
  if (message === undefined) return undefined;
  const program = journalText(fields?.SYSLOG_IDENTIFIER) ?? journalText(fields?._COMM);
  return journalLine(message, program, journalText(fields?.__REALTIME_TIMESTAMP));
}

/** An entry of the journal. Where a container's output is logged there, the message has the program in itself. */
export function journalLine(
  message: string,
  program: string | undefined,
  microseconds: string | undefined,
): UnwrappedLine {
  const at = microseconds === undefined ? Number.NaN : Number(microseconds) / 1000;
  const time = at > 0 && at < 8.64e15 ? new Date(at).toISOString() : undefined;
  const inner = unwrapText(message);
  if (inner.program?.startsWith('postfix/')) return { ...inner, time: inner.time ?? time };
  return { time, program, message: trimmed(message) };
}

/** journald writes a message that is no plain text as an array of its bytes. */
function journalText(field: unknown): string | undefined {
  if (typeof field === 'string') return field;
  return Array.isArray(field) ? Buffer.from(field.filter(Number.isInteger)).toString('utf8') : undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    // A message may begin with a brace, and a line may be cut: read it as it is.
    return undefined;
  }
}

function withoutDecoration(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of docker compose; holes of a crashed file system.
  const bare = /[\u0000\u001b]/.test(text) ? text.replace(/\u0000+|\u001b\[[\d;]*[A-Za-z]/g, '') : text;
  return bare.replace(/^\s*(?:<\d{1,3}>)?/, '');
}

function withoutTime(text: string): { readonly time: string | undefined; readonly rest: string } {
  const match =
    /(?:^|[\s|:])([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*) /.exec(
      text.slice(0, 200),
    );
  return match ? { time: match[1], rest: text.slice(match.index + match[0].length) } : { time: undefined, rest: text };
}

function trimmed(message: string): string {
  return message.trim();
}

/** Lines with one of these have to be unwrapped to know what is in them. */
// journald writes as bytes what is no plain text: {"MESSAGE":[119,97,…]}
// grep --color puts its colours in the middle of what is looked for.
export const wrappingTexts = ['"message":[', '"message" : [', '\u001b[01;31m'] as const;
