import type { Answer } from '../model/answer';
import type { DeadPort } from './survey';

/** What a port gives where a mail server's 220 or 250 is due, in a line for whoever has to find out why. */
export function deadPortInWords({ service, command, instead }: DeadPort): string {
  const { port, listens = port } = service;
  return `${listens}: ${insteadInWords(command, instead)}`;
}

function insteadInWords(command: DeadPort['command'], answer: Answer): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 1000 ? 1 : 0)} s`;
  switch (answer.kind) {
    case 'closed':
      return closedInWords(command, answer.how, seconds(answer.afterMs), answer.detail);
    case 'silence':
      return answer.partial === ''
        ? `nothing came within ${seconds(answer.afterMs)} after ${command}; a firewall, or a server that is busy or waits for TLS`
        : `no whole line came within ${seconds(answer.afterMs)} after ${command}: ${shown(answer.partial)}`;
    case 'garbage':
      return `${protocolOf(answer.text) ?? `what came after ${command} is no reply of SMTP`}: ${answer.text === '' ? answer.problem : shown(answer.text)}`;
    case 'reply':
      return `the answer to ${command} is ${answer.code} ${shown(answer.lines.join(' '))}`;
  }
}

function closedInWords(command: string, how: string, after: string, detail: string): string {
  switch (how) {
    case 'refused':
      return `nobody can be reached there: ${detail}`;
    case 'tls-failure':
      return `no TLS comes about at once, as on 465: ${detail}`;
    default:
      return `the server closed it after ${after}, with no answer to ${command}`;
  }
}

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
