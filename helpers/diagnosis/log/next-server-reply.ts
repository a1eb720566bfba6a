import { outcomes } from './fragments';
import type { UnwrappedLine } from './unwrap-line';

/**
 * What a next server has replied, as Postfix would log it, where another server tells it: what it means is the same. A reply of
 * several lines, which Postfix logs in one with the code before each of them, is told without the codes in it.
 *
 *   … SMTP error from remote mail server after RCPT TO:<bob@example.org>: host mx.example.org [192.0.2.1]: 550 5.7.1 … (Exim)
 *   … relay="192.0.2.1 (mx.example.org)" … result="PermFail" stat="550 5.7.1 …" (OpenSMTPD)
 *   Diagnostic-Code: smtp; 530 Authentication required (a bounce)
 *   Output: 530 Authentication required (Postal)
 *   Remote host said: 553 sorry, relaying denied (qmail)
 *   Error: 550 smtp auth required (in reply to RCPT TO command), without the host (an interface that shows Postfix’s log)
 *   … relay=mx.example.org. [192.0.2.1], dsn=5.7.1, reply=550 5.7.1 …, stat=Service unavailable (Sendmail)
 *   … DEFERRED[other] … mx=mx.example.org[192.0.2.1] … (550-5.7.26 …, or ERR! … error=Network error when connecting to … (ZoneMTA)
 *   … said: 421-4.7.0 This message does not have 421-4.7.0 authentication information
 */
export function asPostfixLogsIt({ time, program, message }: UnwrappedLine): UnwrappedLine | undefined {
  if (codeWithin.test(message)) return { time, program, message: withoutCodesWithin(message) };
  if (!isOfNextServer(message)) return undefined;
  const [, where, why] = notConnected.exec(message) ?? [];
  if (where && why) return { time, program: 'postfix/smtp', message: `connect to ${where}:25: ${why}` };
  const reply = forms.flatMap((form) => form.exec(message)?.[1] ?? [])[0];
  if (reply === undefined) return undefined;
  const host = /(?:\bhost |H=|relay=|\bmx=)(\S+?)\.?[ []/.exec(message)?.[1] ?? 'mx.example.net';
  const [deferred, bounced] = outcomes(`host ${host}[192.0.2.30] said: ${reply} (in reply to RCPT TO command)`);
  return { time, program: 'postfix/smtp', message: reply.startsWith('5') ? bounced : deferred };
}

/** The code of a reply again, before the next of its lines. */
const codeWithin = / (?:said|refused to talk to me): ([245]\d\d)-.* \1[- ]/;

function withoutCodesWithin(message: string): string {
  const [, before, code, enhanced = '', reply = ''] = /^(.*?): (\d\d\d)-(\d\.\d+\.\d+ )?(.*)$/s.exec(message) ?? [];
  const again = new RegExp(` ${code}[- ](?:${enhanced})?`, 'g');
  return `${before}: ${code} ${enhanced}${reply.replace(again, ' ')}`;
}

const notConnected = /Network error when connecting to MX server (\S+\[[^\]]+\]) for \S+: ([A-Z][a-z ]+\w)/;

/** Most lines are not: what they have to have is sought before. */
function isOfNextServer(message: string): boolean {
  return (
    message.includes('stat=') ||
    message.startsWith('Diagnostic') ||
    message.startsWith('Output: ') ||
    message.startsWith('Remote host said: ') ||
    message.includes(' (in reply to ') ||
    message.includes('Network error when connecting to MX') ||
    message.includes(' mx=') ||
    message.includes(' response="') ||
    message.includes('SMTP error from remote mail server after')
  );
}

const forms = [
  /\bSMTP error from remote mail server after .*?: (?:host \S+ \[[^\]]+\]: )?([45]\d\d[ -].*)$/,
  /\bresult="(?:TempFail|PermFail)" stat="([45]\d\d[ -][^"]*)"/,
  /\bdsn=[45]\.\d+\.\d+, reply=([45]\d\d[ -].*?), stat=/,
  /^Diagnostic[- ]Code: smtp; ([45]\d\d[ -].*)$/,
  /\b(?:DEFERRED|REJECTED)\[\w+\] .*? \(([45]\d\d[ -].*?)\)?$/,
  /\bSMTPCLOSE .* response="([45]\d\d[ -][^"]*)/,
  /\bstat=Deferred: ([45]\d\d[ -].*)$/,
  /^(?:Output|Remote host said): ([45]\d\d[ -].*)$/,
  /^(?!.* said: )(?:.*: )?([45]\d\d[ -].*?) \(in reply to [A-Za-z ]+ command\)/,
] as const;
