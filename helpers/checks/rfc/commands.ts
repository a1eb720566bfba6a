import { inWords, isOfClass } from '../../smtp/answers';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { expect5yz, expectCode } from './expect-code';
import type { Point } from './point';
import type { Talk } from './talk';

/** Commands that need no transaction: RFC 5321 section 4.1 and what holds of every reply. */
export const commands: readonly Point[] = [
  {
    name: 'greeting-names-server',
    title: 'greets with 220 and its name',
    level: 'must',
    reference: 'RFC 5321 sections 3.1 and 4.2',
    ask: async ({ session: { greeting } }) => {
      const [domain = ''] = greeting.kind === 'reply' ? (greeting.lines[0] ?? '').split(' ') : [];
      return [
        expectReply('the greeting', greeting, { code: 220, enhanced: 'any' }),
        expectThat(isDomain(domain), 'a name or an address literal first', domain || 'none'),
      ];
    },
  },
  {
    name: 'ehlo-names-server',
    title: 'answers EHLO with 250 and its name',
    level: 'must',
    reference: 'RFC 5321 section 4.1.1.1',
    ask: async (talk) => {
      const answer = await talk.say(`EHLO ${clientName(talk)}`);
      const [domain = ''] = answer.kind === 'reply' ? (answer.lines[0] ?? '').split(' ') : [];
      return [
        expectCode('EHLO', answer, 250),
        expectThat(isDomain(domain), 'a name or an address literal first', domain),
      ];
    },
  },
  {
    name: 'helo-in-one-line',
    title: 'takes HELO, and answers it with one line',
    level: 'must',
    reference: 'RFC 5321 sections 3.2 and 4.1.1.1',
    ask: async (talk) => {
      const answer = await talk.say(`HELO ${clientName(talk)}`);
      talk.spend();
      const lines = answer.kind === 'reply' ? answer.lines.length : 0;
      return [expectCode('HELO', answer, 250), expectThat(lines === 1, 'one line', inWords(answer))];
    },
  },
  {
    name: 'unknown-command-refused',
    title: 'refuses an unknown command, and goes on',
    level: 'must',
    reference: 'RFC 5321 sections 3.8 and 4.2.4',
    ask: async (talk) => [
      expect5yz('XYZZY', await talk.say('XYZZY')),
      expectCode('NOOP after it', await talk.say('NOOP'), 250),
    ],
  },
  {
    name: 'unknown-command-500',
    title: 'refuses an unknown command with 500, one that it has not with 502',
    level: 'should',
    reference: 'RFC 5321 section 4.2.4',
    ask: async (talk) => [expectCode('XYZZY', await talk.say('XYZZY'), 500, 502)],
  },
  {
    name: 'announced-commands-known',
    title: 'knows every command that EHLO announces',
    level: 'must',
    reference: 'RFC 5321 section 4.2.4',
    ask: async (talk) => {
      const announced = Object.keys(talk.session.extensions?.keywords ?? {});
      const asked = extensionCommands.filter(([keyword]) => announced.includes(keyword));
      if (asked.length === 0) throw new NotApplicable('EHLO announces no command');
      const findings = [];
      for (const [, command] of asked) {
        const answer = await talk.say(command);
        const known = answer.kind === 'reply' && ![500, 502].includes(answer.code);
        findings.push(expectThat(known, `${command}: neither 500 nor 502`, inWords(answer)));
      }
      return findings;
    },
  },
  {
    name: 'one-reply-each',
    title: 'answers each command with one reply, every line of which has the same code',
    level: 'must',
    reference: 'RFC 5321 sections 4.2 and 4.2.1',
    ask: async (talk) => {
      const findings = [];
      for (const command of [`EHLO ${clientName(talk)}`, 'NOOP', 'RSET', 'XYZZY', 'NOOP']) {
        const answer = await talk.say(command);
        findings.push(expectThat(answer.kind === 'reply', `${command}: a reply`, inWords(answer)));
      }
      const more = await talk.session.readAnswer(200);
      const isMore = more.kind === 'reply' || more.kind === 'garbage';
      if (isMore) talk.spend();
      return [...findings, expectThat(!isMore, 'nothing that nobody asked for', inWords(more))];
    },
  },
  {
    name: 'noop',
    title: 'answers NOOP with 250, with an argument too',
    level: 'must',
    reference: 'RFC 5321 section 4.1.1.9',
    ask: async (talk) => [
      expectCode('NOOP', await talk.say('NOOP'), 250),
      expectCode('NOOP with a string', await talk.say('NOOP something'), 250),
    ],
  },
  {
    name: 'verbs-in-any-case',
    title: 'takes verbs in any letter case, and white space at the end of a line',
    level: 'must',
    reference: 'RFC 5321 sections 2.4 and 4.1.1',
    ask: async (talk) => [
      expectCode('nOoP', await talk.say('nOoP'), 250),
      expectCode('"RSET  "', await talk.say('RSET  '), 250),
    ],
  },
  {
    name: 'rset-with-argument-501',
    title: 'refuses an argument of RSET with 501',
    level: 'should',
    reference: 'RFC 5321 sections 4.1.1 and 4.3.2',
    ask: async (talk) => [expectCode('RSET now', await talk.say('RSET now'), 501)],
  },
  {
    name: 'quit-with-argument-501',
    title: 'refuses an argument of QUIT with 501',
    level: 'should',
    reference: 'RFC 5321 sections 4.1.1 and 4.3.2',
    ask: async (talk) => {
      const answer = await talk.say('QUIT now');
      if (isOfClass(answer, 2)) talk.spend();
      return [expectCode('QUIT now', answer, 501)];
    },
  },
  {
    name: 'ehlo-without-name-501',
    title: 'refuses EHLO without a name with 501',
    level: 'should',
    reference: 'RFC 5321 sections 4.1.1.1 and 4.3.2',
    ask: async (talk) => {
      const answer = await talk.say('EHLO');
      talk.spend();
      return [expectCode('EHLO', answer, 501)];
    },
  },
  {
    name: 'vrfy-252',
    title: 'answers VRFY, with 252 where it does not tell',
    level: 'should',
    reference: 'RFC 5321 sections 3.5.3 and 7.3',
    ask: async (talk) => [expectCode('VRFY', await talk.say('VRFY postmaster'), 250, 251, 252, 550, 551, 553)],
  },
  {
    name: 'control-character-refused',
    title: 'refuses a command with a control character in it',
    level: 'should',
    reference: 'RFC 5321 section 4.1.2',
    ask: async (talk) => [expect5yz('"NO\\x01OP"', await talk.say('NO\x01OP'))],
  },
  {
    name: 'long-command-line',
    title: 'takes a command line of 512 octets',
    level: 'must',
    reference: 'RFC 5321 section 4.5.3.1.4',
    ask: async (talk) => [expectCode('NOOP of 512 octets', await talk.say(`NOOP ${'x'.repeat(505)}`), 250)],
  },
  {
    name: 'quit-221-then-closes',
    title: 'answers QUIT with 221, and only then closes',
    level: 'must',
    reference: 'RFC 5321 section 4.1.1.10',
    ask: async (talk) => {
      const quit = await talk.say('QUIT');
      const end = await talk.session.readAnswer(3_000);
      talk.spend();
      return [
        expectCode('QUIT', quit, 221),
        expectThat(end.kind === 'closed', 'the end of the connection', inWords(end)),
      ];
    },
  },
  {
    name: 'bare-line-feed-is-no-end-of-line',
    title: 'takes no bare line feed for the end of a command',
    // RFC 5321 says must not; no server that was asked does without (what it does within a message, `attacks` asks).
    level: 'may',
    reference: 'RFC 5321 section 2.3.8',
    ask: async (talk) => {
      talk.session.send('NOOP\nNOOP\r\n');
      const first = await talk.session.readAnswer();
      const second = await talk.session.readAnswer(200);
      talk.spend();
      return [
        control(expectThat(first.kind === 'reply', 'a reply', inWords(first))),
        expectThat(
          !isOfClass(second, 2),
          'one reply to two commands with a line feed between',
          `two: ${inWords(second)}`,
        ),
      ];
    },
  },
];

/** What is said of each extension that is a command; none of it does anything. */
const extensionCommands: readonly (readonly [keyword: string, command: string])[] = [
  ['VRFY', 'VRFY postmaster'],
  ['EXPN', 'EXPN'],
  // With a name: some answer 500 to a wrong syntax, and not 501.
  ['ETRN', 'ETRN queue.invalid'],
  ['HELP', 'HELP'],
  ['AUTH', 'AUTH'],
  ['STARTTLS', 'STARTTLS with an argument'],
];

function isDomain(text: string): boolean {
  return /^(\[.+\]|[\w-]+(\.[\w-]+)*\.?)$/.test(text);
}

function clientName({ facts }: Talk): string {
  return `rfc.${facts.senderDomain}`;
}
