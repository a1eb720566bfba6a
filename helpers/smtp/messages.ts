import { randomUUID } from 'node:crypto';

/** What a probe message says. */
export interface MessageParts {
  /** The address of the author, empty for a message from nobody. */
  readonly from: string;
  readonly to: readonly string[];
  /** What a sink tells messages apart by. */
  readonly token: string;
  readonly body?: string;
}

/** A small message after RFC 5322, with CRLF line ends and a Message-ID of its own. */
export function composeMessage({ from, to, token, body = 'This is a test message.' }: MessageParts): string {
  const lines = body.replace(/\r\n$/, '').split(/\r\n|\r|\n/);
  const headers = {
    Date: new Date().toUTCString().replace('GMT', '+0000'),
    From: inBrackets(from === '' ? 'mailer-daemon@harness.example' : from),
    To: to.map(inBrackets).join(',\r\n '),
    Subject: 'Test message of smtp-auth-harness',
    'Message-ID': `<${randomUUID()}@harness.example>`,
    'X-Harness-Token': token,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': /^\p{ASCII}*$/u.test(body) ? '7bit' : '8bit',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...head, '', ...lines, ''].join('\r\n');
}

/** An address under test may hold anything; here it must not end its header field. */
function inBrackets(address: string): string {
  return `<${address.replace(/[\r\n]+/g, ' ')}>`;
}
