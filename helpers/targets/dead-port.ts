import type { DeadPort } from './survey';

/** What a port gives where a mail server's 220 or 250 is due, in a line for whoever has to find out why. */
export function deadPortInWords(dead: DeadPort): string {
  const { port, listens = port } = dead.service;
  return `${listens}: ${insteadInWords(dead)}`;
}

function insteadInWords({ command, instead: answer, connected }: DeadPort): string {
  switch (answer.kind) {
    case 'closed':
      return closedInWords(command, answer.how, seconds(answer.afterMs), answer.detail);
    case 'silence': {
      const within = `within ${seconds(answer.afterMs)}`;
      if (!connected) return `no connection comes about ${within}: a firewall drops it, or nobody has that address`;
      if (answer.partial !== '') return `no whole line came ${within} after ${command}: ${shown(answer.partial)}`;
      if (command === 'EHLO') return `it greets, and nothing came ${within} after EHLO`;
      return `it takes the connection, and nothing came ${within}, in clear or in TLS: a server that is busy, or no mail server`;
    }
    case 'garbage': {
      const known = protocolOf(answer.text);
      if (known !== undefined) return `${known}: ${shown(answer.text)}`;
      const text = answer.text === '' ? '' : `: ${shown(answer.text)}`;
      return `what came after ${command} is no reply of SMTP (${answer.problem})${text}`;
    }
    case 'reply':
      return `the answer to ${command} is ${answer.code} ${shown(answer.lines.join(' '))}`;
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 1000 ? 1 : 0)} s`;
}

function closedInWords(command: string, how: string, after: string, detail: string): string {
  switch (how) {
    case 'refused':
      return `${obstacles.find(([code]) => detail.includes(code))?.[1] ?? 'no connection comes about'}: ${detail}`;
    case 'tls-failure':
      return `no TLS comes about at once, as on 465: ${detail}`;
    default:
      return `the server ${how === 'reset' ? 'reset the connection' : 'closed it'} after ${after}, with no answer to ${command}`;
  }
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
  if (/^HTTP\//.test(text)) return 'that is a web server';
  if (/^SSH-/.test(text)) return 'that is an SSH server';
  if (/^\+OK/.test(text)) return 'that is a POP3 server';
  if (/^\* (OK|PREAUTH|BYE)/.test(text)) return 'that is an IMAP server';
  return undefined;
}

function shown(text: string): string {
  const line = text.replaceAll(/[^\x20-\x7e]+/g, ' ').trim();
  return line.length > 60 ? `“${line.slice(0, 60)}…”` : `“${line}”`;
}
