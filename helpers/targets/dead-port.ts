import type { Closed } from '../model/answer';
import type { DeadPort } from './survey';

/** What a port gives where a mail server's 220 or 250 is due, in a line for whoever has to find out why. */
export function deadPortInWords(dead: DeadPort): string {
  const { port, listens = port } = dead.service;
  const where = dead.tls === 'there' ? 'in TLS, ' : '';
  return `${listens}: ${where}${insteadInWords(dead)}`;
}

function insteadInWords({ command, instead: answer, connected, tls }: DeadPort): string {
  const what = command === 'EHLO' ? 'its answer to EHLO' : 'its greeting';
  switch (answer.kind) {
    case 'closed':
      return closedInWords(answer, command);
    case 'silence': {
      const within = `within ${seconds(answer.afterMs)}`;
      if (!connected) return `no connection comes about ${within}: a firewall drops it, or nobody has that address`;
      if (answer.partial !== '') return `${what} has no end ${within}: ${shown(answer.partial)}`;
      if (command === 'EHLO') return `it greets, and nothing came ${within} after EHLO`;
      const either = tls === 'tried in vain' ? ', in clear or in TLS' : '';
      return `it takes the connection, and nothing came ${within}${either}: a server that is busy, or no mail server`;
    }
    case 'garbage': {
      const known = protocolOf(answer.text);
      if (known !== undefined) return `that is ${known}: ${shown(answer.text)}`;
      const text = answer.text === '' ? '' : `: ${shown(answer.text)}`;
      return `${what} is no reply of SMTP (${answer.problem})${text}`;
    }
    case 'reply':
      return `${what} is ${answer.code} ${shown(answer.lines.join(' '))}${refusalInWords(answer.code)}`;
  }
}

/** RFC 5321 sections 3.1 and 3.8: 554 in place of a greeting, and 421 at any time; both before anything was asked. */
function refusalInWords(code: number): string {
  if (code === 421) return ', as of a server that is busy, shuts down, or has had enough of this client';
  return code === 554 ? ', as of a server that serves nobody, or not this client' : '';
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 1000 ? 1 : 0)} s`;
}

function closedInWords({ how, afterMs, detail }: Closed, command: DeadPort['command']): string {
  if (how === 'refused') {
    return `${obstacles.find(([code]) => detail.includes(code))?.[1] ?? 'no connection comes about'}: ${detail}`;
  }
  if (how === 'tls-failure') return `no TLS comes about, which is to come first there: ${tlsFailureInWords(detail)}`;
  const ends = how === 'reset' ? 'resets the connection' : 'closes the connection';
  const when = afterMs < 1_000 ? 'at once' : `after ${seconds(afterMs)}`;
  return command === 'EHLO' ? `it greets, and ${ends} ${when} after EHLO` : `it ${ends} ${when}, without a greeting`;
}

/** OpenSSL's own words, without where in its source they are; the commonest is what it makes of a greeting in clear. */
function tlsFailureInWords(detail: string): string {
  const reason = /:SSL routines:[^:]*:([^:]+):/.exec(detail)?.[1] ?? detail.trim();
  return /wrong version number|packet length too long/.test(reason)
    ? `${reason}, as where a server speaks in clear`
    : reason;
}

/** What the socket says where there is no connection (connect(2), getaddrinfo(3)), and what it means. */
const obstacles = [
  ['ECONNREFUSED', 'the port is closed'],
  ['ECONNRESET', 'the connection is reset as soon as it is made'],
  ['ENOTFOUND', 'nobody has that name'],
  ['EAI_AGAIN', 'DNS does not answer for that name'],
  ['EHOSTUNREACH', 'no way leads to that address'],
  ['ENETUNREACH', 'no way leads to that address'],
  ['ETIMEDOUT', 'a firewall drops it, or nobody has that address'],
] as const;

function protocolOf(text: string): string | undefined {
  if (/^HTTP\//.test(text)) return 'a web server';
  if (/^SSH-/.test(text)) return 'an SSH server';
  if (/^\+OK/.test(text)) return 'a POP3 server';
  if (/^\* (OK|PREAUTH|BYE)/.test(text)) return 'an IMAP server';
  return undefined;
}

function shown(text: string): string {
  const line = text.replaceAll(/[^\x20-\x7e]+/g, ' ').trim();
  return line.length > 60 ? `“${line.slice(0, 60)}…”` : `“${line}”`;
}
