import { setImmediate } from 'node:timers/promises';
import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute, serviceRoute } from '../../sessions/route';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, mayBeSent, needsMechanism, needsVantage, noObstacle, type Obstacle } from '../shared/obstacles';
import { postfixAsked } from '../shared/versions-asked';

/**
 * SMTP smuggling: one message whose text holds an odd end of data and, behind it, the commands for a second one. A server that
 * takes it for the end sends both, the second with whatever sender it names. Judged by how many replies there are and how many
 * messages leave the server; all of them go to the sink.
 */
export function smuggling(): readonly Check[] {
  return [
    ...ends.map(
      (end): Check => ({
        ...about,
        id: `attacks/end-of-data-${end.name}`,
        title: `takes ${end.words} for part of a message, not for its end`,
        notApplicable: anyOf(needsMechanism('PLAIN'), mayBeSent, end.byVersion ? tellsItsVersion : noObstacle),
        ask: (probe) => smuggle(probe, end, 'at once'),
      }),
    ),
    {
      ...about,
      id: 'attacks/end-of-data-in-pieces',
      title: 'takes none of these ends of a message for one that come in a packet for each octet',
      notApplicable: anyOf(needsMechanism('PLAIN'), mayBeSent),
      deviations: [
        {
          mta: 'OpenSMTPD',
          seenIn: ['7.6.0'],
          saw: /: 2: 250 .*; 500 5\.5\.1 .*Pipelining not supported$/,
          why: 'a bare line feed ends lines, and a NUL behind the dot is nothing; commands that come at once are refused as pipelined',
          source: 'smtpd/smtp_session.c',
        },
      ],
      ask: (probe) => smuggleAll(probe, 'in pieces'),
    },
    {
      ...about,
      id: 'attacks/end-of-data-of-trusted-client',
      title: 'takes none of these ends of a message for one from a client that is trusted by its address either',
      notApplicable: anyOf(needsVantage('inside'), mayBeSent),
      deviations: [
        {
          mta: 'Postfix',
          seenIn: postfixAsked,
          saw: /^(CR)?LF \. (CR)?LF: ([2-9]: 250 |one to )/,
          why:
            'a bare line feed ends lines: of everybody before 3.9 and its late patches, and since then still of clients in ' +
            'mynetworks, by smtpd_forbid_bare_newline_exclusions',
          source: 'postconf(5)',
        },
      ],
      ask: (probe) => smuggleAll(probe, 'from a trusted client'),
    },
  ];
}

const about = {
  level: 'should',
  reference: 'RFC 5321 sections 2.3.8 and 4.1.1.4; CVE-2023-51764, CVE-2023-51765, CVE-2023-51766',
} as const;

// Postfix before 3.9 takes bare line feeds; what its version does the reference server is asked elsewhere.
const tellsItsVersion: Obstacle = ({ configuration }) =>
  configuration === 'howto' ? 'that depends on the version of Postfix: versions/bare-newline' : undefined;

interface End {
  readonly name: string;
  readonly words: string;
  readonly end: string;
  readonly byVersion?: true;
}

const ends: readonly End[] = [
  { name: 'lf-dot-lf', words: 'LF . LF', end: '\n.\n', byVersion: true },
  { name: 'lf-dot-crlf', words: 'LF . CRLF', end: '\n.\r\n', byVersion: true },
  { name: 'crlf-dot-lf', words: 'CRLF . LF', end: '\r\n.\n', byVersion: true },
  { name: 'cr-dot-cr', words: 'CR . CR', end: '\r.\r' },
  { name: 'cr-dot-crlf', words: 'CR . CRLF', end: '\r.\r\n' },
  { name: 'crlf-dot-cr', words: 'CRLF . CR', end: '\r\n.\r' },
  { name: 'crlf-nul-dot-crlf', words: 'CRLF NUL . CRLF', end: '\r\n\0.\r\n' },
  { name: 'crlf-dot-nul-crlf', words: 'CRLF . NUL CRLF', end: '\r\n.\0\r\n' },
];

type Way = 'at once' | 'in pieces' | 'from a trusted client';

/** Each end in a session of its own; what was wrong says of which. */
async function smuggleAll(probe: Probe, way: Way): Promise<readonly Finding[]> {
  const asked =
    probe.facts.configuration === 'howto' && way === 'in pieces' ? ends.filter((end) => !end.byVersion) : ends;
  const findings = await Promise.all(
    asked.map(async (end) => {
      const of = (text: string) => `${end.words}: ${text}`;
      return (await smuggle(probe, end, way)).map((one) => ({ ...one, expected: of(one.expected), saw: of(one.saw) }));
    }),
  );
  return findings.flat();
}

async function smuggle(probe: Probe, { name, end }: End, way: Way): Promise<readonly Finding[]> {
  const { facts, token, sender: from, foreignRecipient: to } = probe;
  const isTrusted = way === 'from a trusted client';
  const session = await probe.open(
    isTrusted ? { ...serviceRoute(facts), vantage: 'inside' } : loginRoute(facts, { mechanism: 'PLAIN' }),
  );
  const login = isTrusted ? undefined : await session.authenticate(plain(facts.user));
  const second = `second-${name}-${token}@${facts.foreignDomain}`;
  const { data, replies } = await sendTwo(session, { from, to, second, token, end, way });
  if (data === undefined || !hasCode(data, 354)) throw new NotApplicable('it takes no message from its user');
  const [first] = replies;
  const findings = [
    ...(login ? [control(expectReply('AUTH PLAIN', login, ...facts.replies.loginAccepted))] : []),
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

/** The message with all that follows goes in one piece, or its end octet by octet; then QUIT shows whether there were replies in between. */
async function sendTwo(
  session: WireSession,
  {
    from,
    to,
    second,
    token,
    end,
    way,
  }: Readonly<Record<'from' | 'to' | 'second' | 'token' | 'end', string>> & {
    readonly way: Way;
  },
): Promise<{ readonly data: Answer | undefined; readonly replies: readonly Answer[] }> {
  if (!isOfClass(await session.mail(from), 2) || !isOfClass(await session.rcpt(to), 2))
    return { data: undefined, replies: [] };
  const data = await session.command('DATA');
  if (!hasCode(data, 354)) return { data, replies: [] };
  const message = (recipient: string) => composeMessage({ from, to: [recipient], token });
  const commands = [`MAIL FROM:<${from}>`, `RCPT TO:<${second}>`, 'DATA'].join('\r\n');
  const rest = `${commands}\r\n${message(second)}\r\n.\r\n`;
  const restInWords = 'MAIL, RCPT, DATA, another message, the end of data>';
  if (way === 'in pieces') {
    session.send(message(to), '<a message>');
    for (const octet of end) {
      // A packet each: the connection sends at once what it is given, and by the next turn of the event loop it has.
      await setImmediate();
      session.send(octet, JSON.stringify(octet));
    }
    await setImmediate();
    session.send(rest, `<${restInWords}`);
  } else session.send(`${message(to)}${end}${rest}`, `<a message, ${JSON.stringify(end)}, ${restInWords}`);
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
