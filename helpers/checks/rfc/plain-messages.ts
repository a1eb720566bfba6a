import { type PlainCredentials, plain } from '../../smtp/sasl/plain';
import { NotApplicable } from '../not-applicable';
import { expectReply } from '../shared/findings';
import { needsMechanism } from '../shared/obstacles';
import { expect5yz, expectCode } from './expect-code';
import type { Point } from './point';
import type { Talk } from './talk';

/** What PLAIN may and may not be made of: RFC 4616 section 2. */
export function plainMessages(): readonly Point[] {
  return points.map((point) => ({
    reference: 'RFC 4616 section 2',
    place: 'login',
    notApplicable: needsMechanism('PLAIN'),
    ...point,
  }));
}

const long = 'x'.repeat(255);

/** Which SASLprep maps to nothing. */
const softHyphen = '\u00AD';

const points: readonly (Omit<Point, 'reference'> & Partial<Pick<Point, 'reference'>>)[] = [
  {
    name: 'plain-255-octets',
    title: 'reads names and passwords of 255 octets, and refuses them for what they are',
    level: 'must',
    ask: async (talk) => [
      expectCode('AUTH PLAIN', await say(talk, { authorizationId: long, user: long, password: long }), 535, 454),
    ],
  },
  {
    name: 'plain-without-second-nul',
    title: 'refuses a message with one NUL',
    level: 'must',
    ask: async (talk) => [
      expect5yz('AUTH PLAIN', await sayRaw(talk, `${talk.facts.user.user}\0${talk.facts.user.password}`)),
    ],
  },
  {
    name: 'plain-with-third-nul',
    title: 'refuses a message with a NUL behind the password',
    level: 'must',
    ask: async (talk) => {
      const { user, password } = talk.facts.user;
      return [expect5yz('AUTH PLAIN', await sayRaw(talk, `\0${user}\0${password}\0more`))];
    },
  },
  {
    name: 'plain-as-oneself',
    title: 'lets in a user who names themselves as the one to act as',
    level: 'must',
    ask: async (talk) => {
      const { user, replies } = talk.facts;
      return [
        expectReply('AUTH PLAIN', await say(talk, { ...user, authorizationId: user.user }), ...replies.loginAccepted),
      ];
    },
  },
  {
    name: 'plain-prepared',
    title: 'lets in a user whose password is written otherwise and is the same once it is prepared',
    // RFC 4616 says should; hardly a server does, and hardly a client sends such.
    level: 'may',
    reference: 'RFC 4616 section 2; RFC 4013 section 2.1',
    ask: async (talk) => {
      const { user, replies } = talk.facts;
      const password = `${user.password.slice(0, 1)}${softHyphen}${user.password.slice(1)}`;
      return [
        expectReply(
          'AUTH PLAIN with a soft hyphen in the password',
          await say(talk, { ...user, password }),
          ...replies.loginAccepted,
        ),
      ];
    },
  },
  {
    name: 'plain-as-another',
    title: 'refuses a user who wants to act as somebody else without a right to it',
    level: 'should',
    ask: async (talk) => {
      const { user, domain } = talk.facts;
      const another = `somebody-else@${domain}`;
      return [expect5yz(`AUTH PLAIN as ${another}`, await say(talk, { ...user, authorizationId: another }))];
    },
  },
  {
    name: 'plain-as-nothing',
    title: 'refuses somebody to act as of whom nothing is left once the name is prepared',
    level: 'must',
    reference: 'RFC 4954 section 4; RFC 4013 section 2.1',
    ask: async (talk) => {
      const answer = await say(talk, { ...talk.facts.user, authorizationId: softHyphen });
      return [expect5yz('AUTH PLAIN as a soft hyphen', answer)];
    },
  },
  {
    name: 'commands-behind-plain',
    title: 'answers a command that comes in one packet behind PLAIN and its response',
    level: 'may',
    reference: 'RFC 4954 section 4; RFC 2920 section 3.1',
    ask: async (talk) => {
      await using session = await talk.open();
      // RFC 2920 section 3.1: who has not announced it may refuse commands that nobody waited for.
      if (!session.extensions?.keywords.PIPELINING) throw new NotApplicable('PIPELINING is not announced');
      const { initialResponse } = plain(talk.facts.user);
      const response = initialResponse?.toString('base64') ?? '';
      session.send(`AUTH PLAIN ${response}\r\nNOOP\r\n`, 'AUTH PLAIN <secret> NOOP');
      return [
        expectReply('AUTH PLAIN', await session.readAnswer(), ...talk.facts.replies.loginAccepted),
        expectCode('NOOP behind it', await session.readAnswer(), 250),
      ];
    },
  },
  {
    name: 'plain-without-name',
    title: 'refuses an empty name',
    level: 'must',
    ask: async (talk) => [
      expectReply('AUTH PLAIN', await say(talk, { user: '', password: 'secret' }), { class: 4 }, { class: 5 }),
    ],
  },
  {
    name: 'plain-utf8',
    title: 'reads names and passwords in UTF-8, and refuses unknown ones as it does others',
    level: 'should',
    ask: async (talk) => [
      expectCode('AUTH PLAIN', await say(talk, { user: 'Jürgen-日本語', password: 'Paßwort-Ⅸ' }), 535),
    ],
  },
  {
    name: 'plain-odd-characters',
    title: 'refuses names of odd characters as it does others, and goes on',
    level: 'should',
    ask: async (talk) => {
      const findings = [];
      for (const user of ['a b', `"quoted"@${talk.facts.domain}`, "it's;--", '%s%n$(id)`id`']) {
        findings.push(expectCode(`AUTH PLAIN as ${user}`, await say(talk, { user, password: 'secret' }), 535));
      }
      return [...findings, expectCode('NOOP after them', await talk.say('NOOP'), 250)];
    },
  },
];

/** Without an initial response: a command line has 512 octets, a response as many as the mechanism needs. */
async function say(talk: Talk, credentials: PlainCredentials) {
  const answer = await talk.authenticate(plain(credentials), { initialResponse: false });
  // Haraka takes the next AUTH for more of an exchange that was refused: what it says to that is not for other points to see.
  talk.spend();
  return answer;
}

function sayRaw(talk: Talk, message: string) {
  const { password } = talk.facts.user;
  return talk.authenticate({ ...plain({ user: '', password }), initialResponse: Buffer.from(message) });
}
