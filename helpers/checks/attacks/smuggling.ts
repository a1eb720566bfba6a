import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, mayBeSent, needsMechanism, type Obstacle } from '../shared/obstacles';

/**
 * SMTP smuggling: one message whose text holds an odd end of data and, behind it, the commands for a second one. A server that
 * takes it for the end sends both, the second with whatever sender it names. Judged by how many replies there are and how many
 * messages leave the server; all of them go to the sink.
 */
export function smuggling(): readonly Check[] {
  return ends.map(({ name, words, end, byVersion }) => ({
    id: `attacks/end-of-data-${name}`,
    title: `takes ${words} for part of a message, not for its end`,
    level: 'should' as const,
    reference: 'RFC 5321 sections 2.3.8 and 4.1.1.4; CVE-2023-51764, CVE-2023-51765, CVE-2023-51766',
    notApplicable: anyOf(needsMechanism('PLAIN'), mayBeSent, byVersion ? tellsItsVersion : () => undefined),
    ask: (probe: Probe) => smuggle(probe, end),
  }));
}

// Postfix before 3.9 takes bare line feeds; what its version does the reference server is asked elsewhere.
const tellsItsVersion: Obstacle = ({ configuration }) =>
  configuration === 'howto' ? 'that depends on the version of Postfix: versions/bare-newline' : undefined;

const ends: readonly {
  readonly name: string;
  readonly words: string;
  readonly end: string;
  readonly byVersion?: true;
}[] = [
  { name: 'lf-dot-lf', words: 'LF . LF', end: '\n.\n', byVersion: true },
  { name: 'lf-dot-crlf', words: 'LF . CRLF', end: '\n.\r\n', byVersion: true },
  { name: 'crlf-dot-lf', words: 'CRLF . LF', end: '\r\n.\n', byVersion: true },
  { name: 'cr-dot-cr', words: 'CR . CR', end: '\r.\r' },
  { name: 'cr-dot-crlf', words: 'CR . CRLF', end: '\r.\r\n' },
  { name: 'crlf-dot-cr', words: 'CRLF . CR', end: '\r\n.\r' },
  { name: 'crlf-nul-dot-crlf', words: 'CRLF NUL . CRLF', end: '\r\n\0.\r\n' },
  { name: 'crlf-dot-nul-crlf', words: 'CRLF . NUL CRLF', end: '\r\n.\0\r\n' },
];

async function smuggle(probe: Probe, end: string): Promise<readonly Finding[]> {
  const { facts, token, sender: from, foreignRecipient: to } = probe;
  const session = await probe.open(loginRoute(facts, { mechanism: 'PLAIN' }));
  const login = await session.authenticate(plain(facts.user));
  const second = `second-${token}@${facts.foreignDomain}`;
  const { data, replies } = await sendTwo(session, { from, to, second, token, end });
  if (data === undefined || !hasCode(data, 354)) throw new NotApplicable('it takes no message from its user');
  const [first] = replies;
  const findings = [
    control(expectReply('AUTH PLAIN', login, ...facts.replies.loginAccepted)),
    control(
      expectThat(
        first?.kind === 'reply' || first?.kind === 'closed',
        'a reply to the message',
        first ? inWords(first) : 'none',
      ),
    ),
    expectThat(
      replies.length < 2,
      'one reply to what is one message',
      `${replies.length}: ${replies.map(inWords).join('; ')}`,
    ),
  ];
  if (facts.furthest !== 'arrival') return findings;
  // The second one comes after the first, if at all.
  if (replies.length > 1) await probe.relayed(replies.at(-1));
  const got = probe.evidence().relayed.filter(({ rcptTo }) => rcptTo.includes(second));
  return [...findings, expectThat(got.length === 0, 'no second message', `one to ${second}`)];
}

/** The message with all that follows goes in one piece; then QUIT shows whether there were replies in between. */
async function sendTwo(
  session: WireSession,
  { from, to, second, token, end }: Readonly<Record<'from' | 'to' | 'second' | 'token' | 'end', string>>,
): Promise<{ readonly data: Answer | undefined; readonly replies: readonly Answer[] }> {
  if (!isOfClass(await session.mail(from), 2) || !isOfClass(await session.rcpt(to), 2))
    return { data: undefined, replies: [] };
  const data = await session.command('DATA');
  if (!hasCode(data, 354)) return { data, replies: [] };
  const message = (recipient: string) => composeMessage({ from, to: [recipient], token });
  const commands = [`MAIL FROM:<${from}>`, `RCPT TO:<${second}>`, 'DATA'].join('\r\n');
  session.send(
    `${message(to)}${end}${commands}\r\n${message(second)}\r\n.\r\n`,
    `<a message, ${JSON.stringify(end)}, MAIL, RCPT, DATA, another message, the end of data>`,
  );
  const replies = [await session.readAnswer()];
  session.send('QUIT\r\n');
  for (
    let next = await session.readAnswer();
    next.kind === 'reply' && !hasCode(next, 221);
    next = await session.readAnswer()
  ) {
    // What a server says that ends the connection is no answer to a command.
    if (!hasCode(next, 421)) replies.push(next);
    if (replies.length > 6) break;
  }
  return { data, replies };
}
