import { type LogLine, parseLogLine } from '../../maillog/parse-line';
import { asLogged, replyTexts } from './client-reply';
import { cellsOf, unwrapCells } from './unwrap-cells';
import { parseObject, unwrapObject } from './unwrap-json';

/** A line of a mail log, whatever it came wrapped in; what the line doesn't say is undefined. */
export interface UnwrappedLine {
  readonly time: string | undefined;
  readonly program: string | undefined;
  readonly pid?: number | undefined;
  readonly message: string;
}

/**
 * Takes a line out of what it is wrapped in: JSON of Docker, of the journal or of a log store, a table's columns, the
 * prefixes of `docker compose logs`, grep or Kubernetes, colours; or takes it as people paste it, from the program's name
 * or from the message on.
 */
export function unwrapLine(text: string): UnwrappedLine {
  const plain = withoutDecoration(text);
  const line = syslogLine(plain);
  if (line) return fromSyslog(line);
  return unwrapJson(plain) ?? unwrapRfc5424(plain) ?? unwrapPairs(plain) ?? unwrapTable(plain) ?? unwrapText(plain);
}

/** What a program wrote by syslog: a line of its own, or one that it only passes on. */
export function unwrapMessage(
  time: string | undefined,
  program: string,
  pid: number | undefined,
  message: string,
): UnwrappedLine {
  // A container's log, sent on as it is: Jan 25 08:43:17 host smtp[14]: Jan 25 08:43:17 mail postfix/smtpd[3]: warning: …
  if (/^(?:[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d[T ])/.test(message)) {
    const inner = syslogLine(message);
    if (inner) return fromSyslog(inner);
    // postfix   | 2021-01-24T14:43:33.171302+00:00 INFO    postfix/smtp[138]: …
    const within = unwrapText(message);
    if (within.program !== undefined) return within;
  }
  const tool = ofTool(time, message);
  if (tool) return tool;
  const putOff = asPutOffFirst(message);
  if (putOff !== message) {
    const by = /\bprivate\/|lmtp/.test(putOff) ? 'postfix/lmtp' : 'postfix/smtp';
    return { time, program: by, message: putOff };
  }
  const said = repeatsOthers.test(program) && programInside.exec(commandOutput.exec(message)?.[1] ?? '')?.groups;
  if (said) return fromParts({ time, ...said });
  return { time, program, ...(pid !== undefined && { pid }), message: once(withoutTag(withoutColours(message))) };
}

/** … relay=none, …, status=deferred (delivery temporarily suspended: connect to smtp.example.com[192.0.2.1]:25: Connection refused) */
function asPutOffFirst(message: string): string {
  return message.replace('status=deferred (delivery temporarily suspended: ', 'status=deferred (');
}

/** rsyslog, where it is told to sum up, as on Ubuntu: `message repeated 2 times: [ warning: …]` */
function once(message: string): string {
  return /^message repeated \d+ times: \[ ?(.*)\]$/s.exec(message)?.[1] ?? message;
}

/**
 * Postfix's commands write to who has started them, and that is somebody else's log: `/usr/sbin/postconf: fatal: …`. People leave
 * signs out: `smtpd fatal: …`.
 */
const toolSays =
  /^(?:(?:Warning|WARNING|Error|ERROR|Info|INFO|stderr): )?(?:\/\S*\/|postfix\/)?(?<tool>(?:post(?:alias|cat|conf|drop|fix|log|map|multi|queue|super)|newaliases|sendmail)(?=:)|(?:smtpd?|master|cleanup|qmgr|lmtp)(?= )):? (?<said>(?:fatal|panic|error|warning): .*)$/s;

function ofTool(time: string | undefined, message: string): UnwrappedLine | undefined {
  const { tool, said } = toolSays.exec(message)?.groups ?? {};
  return said === undefined ? undefined : { time, program: `postfix/${tool}`, message: said };
}

/** pipe(8) and local(8) log what a program has said that they ran, and what became of the mail; error(8) why an earlier one was put off. */
export const repeatsOthers = /\/(?:pipe|local|error|retry)$/;

// … status=bounced (Command died with status 89: "/usr/lib/dovecot/deliver". Command output: doveconf: Fatal: Error in … )
const commandOutput = /Command output: (.*?) ?\)?$/s;

/** Lines with one of these have to be unwrapped to know what is in them. */
// journald writes as bytes what is no plain text: {"MESSAGE":[119,97,…]}
// grep --color puts its colours in the middle of what is looked for.
export const wrappingTexts = ['"message":[', '"message" : [', '"message": [', '\u001b[01;31m', ...replyTexts] as const;

function syslogLine(text: string): LogLine | undefined {
  const line = parseLogLine(text);
  return line && !looksAsIf(line) ? line : undefined;
}

/** What only looks as syslog writes it: a prefix of others, Dovecot's own file, AIX's facility, a port in syslog_name. */
function looksAsIf({ host, message }: LogLine): boolean {
  return /:$|^\[/.test(host) || /^(?:\w+\|\w+ |\d+\/[\w/-]+\[\d+\]: )/.test(message);
}

function fromSyslog({ time, program, pid, message }: LogLine): UnwrappedLine {
  return unwrapMessage(time, program, pid, message);
}

function unwrapText(text: string): UnwrappedLine {
  const { time, rest } = withoutTime(text);
  // Dovecot's own file, log_path: Nov 25 10:00:00 auth: Error: …; since 2.4: auth(alice@example.test,192.0.2.1,sasl:login)<…>: Info: …
  if (
    /^(?:auth|auth-worker|imap-login|pop3-login|submission-login|submission|managesieve-login|master|lmtp|imap)(?:\([^)]*\))?(?:<[^>]*>)*: /.test(
      rest,
    )
  ) {
    // Into its own file it writes the level of each line: submission-login: Info: Disconnected: …
    return {
      time,
      program: 'dovecot',
      message: trimmed(rest.replace(/^((?:\w+-)?login(?:\([^)]*\))?(?:<[^>]*>)*: )Info: /, '$1')),
    };
  }
  const beside = otherDaemon.exec(rest)?.groups;
  if (beside) return fromParts({ time, ...beside });
  const tunnel = stunnelSays.exec(rest)?.groups;
  if (tunnel) return { time: tunnel.time ?? time, program: 'stunnel', message: tunnel.message ?? '' };
  const inside = programInside.exec(rest)?.groups ?? threadInside.exec(rest)?.groups;
  if (inside) return fromParts({ time, ...inside });
  // NethServer: 2025-01-17T12:25:04+01:00 [1:mail1:postfix/smtpd] 56167101856: client=…; metalog: [postfix/smtpd] warning: …; but the jails of fail2ban
  const bracketed =
    /(?:^|\s)\[(?:\d+:[\w.-]*:)?(?<program>(?:postfix|dovecot|saslauthd)[\w./-]*)\] (?!(?:Restore )?Ban |Unban |Found |.* already banned)(?<message>.*)$/s.exec(
      rest,
    );
  if (bracketed?.groups) return fromParts({ time, ...bracketed.groups });
  const message = asPutOffFirst(trimmed(withoutLevel(rest)));
  return ofTool(time, message) ?? { time, program: undefined, message: asLogged(message) ?? message };
}

function fromParts(parts: { readonly time: string | undefined } & Readonly<Record<string, string | undefined>>) {
  const { time, program = '', pid, message = '' } = parts;
  return unwrapMessage(time, program, pid === undefined ? undefined : Number(pid), message);
}

/** The program inside a line. */
// mail_1  | Nov 24 23:49:37 mail postfix/smtpd[16]: warning: …
// maillog:17:Nov 24 23:49:37 mail postfix/smtpd[16]: warning: …
// 2026-11-24T23:49:37.1Z stdout F postfix/smtpd[16]: warning: …
// postfix/smtpd[16]: warning: …
// postfix/10.0.0.1:587/smtpd[16]: warning: …     syslog_name has what it was set to
// postfix/smtpd[16] <Warning>: warning: …        as macOS writes it
// saslauthd[16] :auth failure: …                 as `saslauthd -d` prints it
export const programInside =
  /(?:^|[\s|:>"'`(,;\]])(?<program>[A-Za-z][\w./@+-]*(?=\[\d)|postfix[\w./:@+[\]-]*\/[\w-]+(?=\[\d)|(?:postfix|dovecot|saslauthd|postfix-script|postmap|postalias|postconf|opendkim|rspamd|saslpasswd2|sasldblistusers2|dpkg-statoverride|doveconf|doveadm|courieresmtpd?(?=:))[\w./-]*)(?:\[(?<pid>\d+)\])?(?: <\w+>)?(?:: |(?<=\]) :)(?<message>.*)$/s;

/** A daemon beside the mail server that gives no process: `nginx: [emerg] bind() to 0.0.0.0:80 failed`. */
const otherDaemon =
  /^(?<program>nginx|apache2|httpd|lighttpd|php(?:-fpm)?|mysqld|mariadbd|redis(?:-server)?|named|unbound|dnsmasq|sshd|traefik|caddy|haproxy|dockerd|containerd|crond?): (?<message>.*)$/s;

/** stunnel's own file: 2026.12.01 10:55:00 LOG3[0]: s_connect: … */
const stunnelSays =
  /^(?:(?<time>\d{4}\.\d\d\.\d\d [\d:]{8}) |(?:.*\s)?stunnel4?(?:\[\d+\])?: )?(?<message>LOG\d\[[\w:]+\]: .*)$/s;

/** Apple's NSLog, with a thread beside the process: `MailApp[32504:3732305] No worthy mechs found`. */
const threadInside = /^(?<program>[A-Za-z][\w.+-]*)\[(?<pid>\d+):[\da-f]+\] (?<message>.*)$/s;

function unwrapJson(text: string): UnwrappedLine | undefined {
  // Behind a time or labels, too; and a field a line, where JSON is laid out for people.
  const start = text.search(/[{"]/);
  if (start < 0 || start > longestPrefix) return undefined;
  const object = text[start] === '{' ? parseObject(text.slice(start)) : parseField(text.slice(start));
  const line = object && unwrapFields(object);
  if (!line) return undefined;
  return line.time === undefined ? { ...line, time: withoutTime(text.slice(0, start)).time } : line;
}

/** The fields of an object that a log store or journald made of a line. Its message may have the program in itself. */
export function unwrapFields(object: Readonly<Record<string, unknown>>): UnwrappedLine | undefined {
  const wrapped = unwrapObject(object);
  if (!wrapped) return undefined;
  const inner = unwrapText(withoutDecoration(wrapped.message));
  const syslog = syslogLine(withoutDecoration(wrapped.message));
  const line = syslog ? fromSyslog(syslog) : inner;
  const time = line.time ?? wrapped.time;
  const isItself = syslog || wrapped.program === undefined || line.program?.startsWith('postfix/');
  if (isItself) return { ...line, time };
  const { program, pid } = wrapped;
  return { time, program, ...(pid !== undefined && { pid }), message: withoutTag(wrapped.message) };
}

/** `"line": "Nov 24 … postfix/smtpd[16]: warning: …",` */
function parseField(text: string) {
  const field = /^("(?:[^"\\]|\\.)*")\s*[:=]>?\s*("(?:[^"\\]|\\.)*")\s*,?\s*$/.exec(text);
  return field ? parseObject(`{${field[1]}:${field[2]}}`) : undefined;
}

/** RFC 5424: <22>1 2026-11-24T23:49:37.1Z mail postfix/smtpd 16 - [meta sequenceId="1"] warning: … */
function unwrapRfc5424(text: string): UnwrappedLine | undefined {
  const match =
    /(?:^|[\s>])1 (?<time>\d{4}-\d\d-\d\dT\S+|-) \S+ (?<program>\S+) (?<pid>\S+) \S+ (?:-|(?:\[[^\]"]*(?:"(?:\\.|[^"\\])*"[^\]"]*)*\])+)(?: \ufeff?(?<message>.*))?$/s.exec(
      text,
    );
  const { time = '', program = '', pid = '', message = '' } = match?.groups ?? {};
  if (!match || program === '-') return undefined;
  return unwrapMessage(time === '-' ? undefined : time, program, /^\d+$/.test(pid) ? Number(pid) : undefined, message);
}

/** logfmt, as Loki and journald's forwarders write it: ts=… identifier=postfix/smtpd level=warn msg="warning: …" */
function unwrapPairs(text: string): UnwrappedLine | undefined {
  // Haraka's are none: [NOTICE] [9D17160C…1] [core] recipient <bob@example.org> code=DENY msg="…"
  if (/(?:^|\s)\[[A-Z]+\] \[/.test(text) || !/(?:^|\s)(?:msg|message|MESSAGE|line)="/.test(text)) return undefined;
  const pairs = [...text.matchAll(/(?:^|\s)([\w.@-]+)=("(?:[^"\\]|\\.)*"|\S*)/g)].map(([, name = '', value = '']) => {
    return [name, value.startsWith('"') ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value] as const;
  });
  return unwrapJson(JSON.stringify(Object.fromEntries(pairs)));
}

/** A table's row: mailcow's page, a CSV file of Kibana or Grafana. */
function unwrapTable(text: string): UnwrappedLine | undefined {
  const row = unwrapCells(cellsOf(text));
  if (!row) return undefined;
  if (row.program === undefined) {
    const inner = unwrapText(row.message);
    return { ...inner, time: inner.time ?? row.time };
  }
  return unwrapMessage(row.time, row.program, row.pid, row.message);
}

/** The priority of syslog, a time of multilog (TAI64N), marks of quotes and lists. */
function withoutDecoration(text: string): string {
  return unescaped(withoutColours(text))
    .replace(/^\s*(?:@4[\da-f]{23} )?(?:<\d{1,3}>(?!1 ))?/, '')
    .replace(/^(?:(?:[>*|`-] )+\s*|:\s*(?=[A-Za-z]))/, '');
}

/** Colours of docker compose and grep; holes of a crashed file system. */
function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /[\u0000\u001b\ufeff]/.test(text) ? text.replace(/[\u0000\ufeff]+|\u001b\[[\d;]*[A-Za-z]/g, '') : text;
}

/** <bob@example.org>, copied out of the source of a page. */
export function unescaped(text: string): string {
  return /&lt;|&gt;|&quot;|&#39;/.test(text)
    ? text.replace(/&(lt|gt|quot|amp|#39);/g, (_all, name: string) => entities[name] ?? '')
    : text;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

/** Solaris and others write the facility into the message: [ID 197553 mail.warning], [mail.info] */
function withoutTag(message: string): string {
  return trimmed(message.replace(/^\[(?:ID \d+ )?(?:mail|auth|authpriv|daemon|user|local\d)\.\w+\] /, ''));
}

/** A level as others than Postfix write it before the message: `crit | fatal: …`, `WARNING warning: …` */
function withoutLevel(text: string): string {
  return text.replace(
    /^[\s|]*(?:\[?(?:emerg|alert|crit|err|error|warn|warning|notice|info|debug|fatal)\]?(?:\s*\||\s+(?=[A-Za-z<])))\s*/i,
    '',
  );
}

const longestPrefix = 200;

function withoutTime(text: string): { readonly time: string | undefined; readonly rest: string } {
  const match =
    /(?:^|[\s|:[(@])([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\d[T _]\d\d:\d\d:\d\d[^\s\])]*|\d{1,2}[./]\d{1,2}[./]\d{4},? \d{1,2}:\d\d:\d\d(?: [AP]M)?)(?: |[\])]\s?|$)/.exec(
      text.slice(0, longestPrefix),
    );
  if (!match || inSentence.test(text.slice(0, match.index + 1))) return { time: undefined, rest: text };
  const behind = text.slice(match.index + match[0].length);
  // As Dovecot ends what it tells clients: NO [UNAVAILABLE] Internal error occurred. … [2026-11-24 10:00:00]
  return { time: match[1], rest: behind.trim() === '' ? text.slice(0, match.index) : behind };
}

/** … certificate has expired or is not yet valid: current time 2026-11-24T10:00:00Z is after …; next retry is Fri Nov 29 10:00:30; 530 5.7.57 Client not … [X.OUTLOOK.COM 2026-11-24T… */
const inSentence =
  /\b[45]\d\d(?:[ -]|: |\) |, b?['"])(?:[45]\.\d+\.\d+ )?[A-Z][A-Za-z]+ .*\[?\S+ $|[a-z]+:? (?:is (?:after|before)|current time|not (?:after|before)|(?:at|on|since|until|is)|timestamp:?)(?: (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))? $/;

function trimmed(message: string): string {
  return message.trim();
}
