import type { Answer } from '../../model/answer';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { plain } from '../../smtp/sasl/plain';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, needsMechanism, needsUser, noObstacle, type Obstacle } from '../shared/obstacles';
import { expect5yz, expectCode } from './expect-code';
import type { Point } from './point';
import type { Talk } from './talk';

/** AUTH where users log in: RFC 4954. */
export function auth(): readonly Point[] {
  return points.map((point) => ({ place: 'login', notApplicable: needsUser, ...point }));
}

const needsPlain = needsMechanism('PLAIN');

const mayBeClear: Obstacle = ({ authBeforeTls }) =>
  authBeforeTls ? 'AUTH is meant to be offered before TLS' : undefined;

const points: readonly Point[] = [
  {
    name: 'mechanism-names',
    title: 'offers mechanisms by names of RFC 4422',
    level: 'must',
    reference: 'RFC 4422 section 3.1; RFC 4954 section 3',
    ask: async (talk) => {
      const names = talk.session.extensions?.keywords.AUTH ?? [];
      const odd = names.filter((name) => !/^[A-Z0-9_-]{1,20}$/.test(name));
      return [
        expectThat(names.length > 0, 'names behind AUTH', 'none'),
        expectThat(odd.length === 0, 'names of 1 to 20 of A-Z, 0-9, - and _', odd.join(' ')),
      ];
    },
  },
  {
    name: 'no-passwords-in-clear',
    title: 'offers no PLAIN and no LOGIN before TLS',
    level: 'should',
    reference: 'RFC 4954 sections 4 and 9',
    place: 'service',
    notApplicable: anyOf(needsUser, mayBeClear),
    ask: async ({ session }) => {
      if (session.tls !== undefined) throw new NotApplicable('there is TLS from the beginning');
      const clear = (session.extensions?.authMechanisms ?? []).filter((name) => ['PLAIN', 'LOGIN'].includes(name));
      return [expectThat(clear.length === 0, 'neither PLAIN nor LOGIN', clear.join(' '))];
    },
  },
  {
    name: 'plain-within-tls',
    title: 'offers PLAIN within TLS',
    // RFC 4954 says must of the software; that a site goes without passwords may be meant.
    level: 'may',
    reference: 'RFC 4954 section 4',
    ask: async ({ session }) => {
      if (session.tls === undefined) throw new NotApplicable('nobody is meant to log in within TLS');
      const offered = session.extensions?.authMechanisms ?? [];
      return [expectThat(offered.includes('PLAIN'), 'PLAIN among the mechanisms', offered.join(' ') || 'none')];
    },
  },
  {
    name: 'offered-in-clear-begins',
    title: 'begins an exchange by each mechanism that it offers before TLS',
    level: 'should',
    reference: 'RFC 4954 sections 4 and 6 (538)',
    place: 'service',
    notApplicable: noObstacle,
    ask: async (talk) => {
      await using session = await talk.open();
      if (session.tls !== undefined) throw new NotApplicable('there is TLS from the beginning');
      const offered = session.extensions?.authMechanisms ?? [];
      if (offered.length === 0) throw new NotApplicable('it offers no AUTH where other servers come');
      const findings = [];
      for (const name of offered) {
        const answer = await session.command(`AUTH ${name}`);
        if (hasCode(answer, 334)) await session.command('*');
        findings.push(expectCode(`AUTH ${name}`, answer, 334));
      }
      return findings;
    },
  },
  {
    name: 'auth-in-any-case',
    title: 'takes AUTH and the name of a mechanism in any letter case',
    level: 'must',
    reference: 'RFC 4954 section 8; RFC 5321 section 2.4',
    notApplicable: needsPlain,
    ask: async (talk) => {
      const { initialResponse = Buffer.alloc(0) } = plain(talk.facts.user);
      const answer = await talk.say(`aUtH pLaIn ${initialResponse.toString('base64')}`);
      return [expectReply('aUtH pLaIn', answer, ...talk.facts.replies.loginAccepted)];
    },
  },
  {
    name: 'auth-without-mechanism-501',
    title: 'refuses AUTH without a mechanism with 501',
    level: 'may',
    reference: 'RFC 4954 section 4; RFC 5321 section 4.3.2',
    ask: async (talk) => [expectCode('AUTH', await talk.say('AUTH'), 501)],
  },
  {
    name: 'unknown-mechanism-refused',
    title: 'refuses a mechanism that it has not',
    level: 'must',
    reference: 'RFC 4954 section 4',
    ask: async (talk) => [expect5yz('AUTH X-NOT-THERE', await talk.say('AUTH X-NOT-THERE'))],
  },
  {
    name: 'unknown-mechanism-504',
    title: 'refuses a mechanism that it has not with 504',
    level: 'should',
    reference: 'RFC 4954 sections 4 and 6',
    ask: async (talk) => [expectCode('AUTH X-NOT-THERE', await talk.say('AUTH X-NOT-THERE'), 504)],
  },
  {
    name: 'plain-empty-challenge',
    title: 'asks with an empty challenge for the response of PLAIN',
    level: 'must',
    reference: 'RFC 4954 section 4',
    notApplicable: needsPlain,
    ask: async (talk) => {
      const answer = await talk.say('AUTH PLAIN');
      await talk.cancel();
      const text = answer.kind === 'reply' ? answer.lines.join('/') : '';
      return [expectCode('AUTH PLAIN', answer, 334), expectThat(text === '', '334 and nothing else', text)];
    },
  },
  {
    name: 'cancelled-501',
    title: 'answers 501 where the client cancels an exchange with *, and goes on',
    level: 'must',
    reference: 'RFC 4954 section 4',
    notApplicable: needsPlain,
    ask: async (talk) => [
      control(expectCode('AUTH PLAIN', await talk.say('AUTH PLAIN'), 334)),
      expectCode('*', await talk.cancel(), 501),
      expectCode('NOOP after it', await talk.say('NOOP'), 250),
    ],
  },
  ...[
    { name: 'not-base64', words: 'what is no base64', response: '!!!!' },
    { name: 'padding-first', words: 'padding in front', response: '=AAA' },
    { name: 'padding-inside', words: 'padding inside', response: 'AGE=AGI=' },
  ].map(
    ({ name, words, response }): Point => ({
      name: `${name}-501`,
      title: `answers 501 to a response with ${words}`,
      level: 'must',
      reference: 'RFC 4954 section 4',
      notApplicable: needsPlain,
      ask: async (talk) => {
        const challenge = await talk.say('AUTH PLAIN');
        const answer = await talk.say(response);
        // What another reply leaves behind is not for others to see.
        if (!hasCode(answer, 501)) talk.spend();
        return [control(expectCode('AUTH PLAIN', challenge, 334)), expectCode(response, answer, 501)];
      },
    }),
  ),
  {
    name: 'long-exchange-line',
    title: 'reads a line of 12,288 octets within an exchange as one line: tokens are that long',
    level: 'should',
    reference: 'RFC 4954 section 4 (500 5.5.6)',
    notApplicable: needsPlain,
    ask: async (talk) => {
      const challenge = await talk.say('AUTH PLAIN');
      // Base64 has four octets for three; two more end the line.
      const response = Buffer.from(`\0nobody\0${'x'.repeat(9213 - '\0nobody\0'.length)}`).toString('base64');
      const answer = await talk.say(response);
      const noop = await talk.say('NOOP');
      talk.spend();
      const refused = isOfClass(answer, 4) || isOfClass(answer, 5);
      const isEnd = answer.kind === 'closed';
      return [
        control(expectCode('AUTH PLAIN', challenge, 334)),
        expectThat(refused, 'the response: a refusal', isEnd ? `no reply: ${inWords(answer)}` : inWords(answer)),
        // Who ends the session after a refusal has read no part of the line as a command.
        expectThat(
          hasCode(noop, 250) || noop.kind === 'closed',
          'NOOP after it: 250, or the end of the session',
          inWords(noop),
        ),
      ];
    },
  },
  {
    name: 'challenges-are-base64',
    title: 'sends challenges in base64 and nothing else',
    level: 'must',
    reference: 'RFC 4954 section 4',
    ask: async (talk) => {
      const mechanism = serverFirst(talk);
      const answer = await talk.say(`AUTH ${mechanism}`);
      await talk.cancel();
      const text = answer.kind === 'reply' ? (answer.lines[0] ?? '') : '';
      return [
        control(expectCode(`AUTH ${mechanism}`, answer, 334)),
        expectThat(/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text), 'base64', text),
      ];
    },
  },
  {
    name: 'initial-response-refused',
    title: 'refuses an initial response where the server begins',
    level: 'must',
    reference: 'RFC 4954 section 4',
    ask: async (talk) => {
      const mechanism = challengeFirst(talk);
      const answer = await talk.say(`AUTH ${mechanism} YWxpY2U=`);
      if (hasCode(answer, 334)) await talk.cancel();
      return [expect5yz(`AUTH ${mechanism} with a response`, answer)];
    },
  },
  {
    name: 'initial-response-501',
    title: 'refuses an initial response where the server begins with 501',
    level: 'should',
    reference: 'RFC 4954 section 4',
    ask: async (talk) => {
      const mechanism = challengeFirst(talk);
      const answer = await talk.say(`AUTH ${mechanism} YWxpY2U=`);
      if (hasCode(answer, 334)) await talk.cancel();
      return [expectCode(`AUTH ${mechanism} with a response`, answer, 501)];
    },
  },
  {
    name: 'cram-challenge-is-new',
    title: 'gives no challenge of CRAM-MD5 twice',
    level: 'must',
    reference: 'RFC 2195 section 2',
    notApplicable: needsMechanism('CRAM-MD5'),
    ask: async (talk) => {
      const challenges = [];
      for (let count = 0; count < 3; count++) {
        challenges.push(inWords(await talk.say('AUTH CRAM-MD5')));
        await talk.cancel();
      }
      const repeated = new Set(challenges).size < challenges.length;
      return [expectThat(!repeated, 'three challenges that differ', 'the same again')];
    },
  },
  {
    name: 'login-after-failures',
    title: 'answers three logins that fail, and then takes one that is right',
    level: 'should',
    reference: 'RFC 4954 sections 4 and 9',
    notApplicable: needsPlain,
    ask: async (talk) => {
      const { user, replies } = talk.facts;
      const wrong = plain({ ...user, password: `not-${user.password}` });
      const failures = [];
      for (let count = 0; count < 3; count++) failures.push(await talk.authenticate(wrong));
      const right = await talk.authenticate(plain(user));
      return [
        ...failures.map((answer, index) => expectReply(`failure ${index + 1}`, answer, { class: 4 }, { class: 5 })),
        expectReply('the right login', right, ...replies.loginAccepted),
      ];
    },
  },
  {
    name: 'wrong-password-535',
    title: 'refuses a wrong password with 535',
    level: 'should',
    reference: 'RFC 4954 section 6',
    notApplicable: needsPlain,
    ask: async (talk) => {
      const { user } = talk.facts;
      const answer = await talk.authenticate(plain({ ...user, password: `not-${user.password}` }));
      return [expectCode('AUTH PLAIN', answer, 535)];
    },
  },
  {
    name: 'mail-with-auth-parameter',
    title: 'takes the parameter AUTH of MAIL, if it offers AUTH',
    level: 'must',
    reference: 'RFC 4954 section 5',
    place: 'service',
    ask: async (talk) => {
      if ((talk.session.extensions?.authMechanisms ?? []).length === 0)
        throw new NotApplicable('it offers no AUTH where other servers come');
      const answers: Answer[] = [];
      for (const value of ['<>', talk.sender]) {
        const answer = await talk.say(`MAIL FROM:<${talk.sender}> AUTH=${value}`);
        if (hasCode(answer, 530)) throw new NotApplicable('MAIL is answered 530: a login or TLS comes first');
        if (isOfClass(answer, 2)) await talk.say('RSET');
        answers.push(answer);
      }
      return answers.map((answer) => expectReply('MAIL with AUTH=', answer, { class: 2 }));
    },
  },
  {
    name: 'long-auth-parameter',
    title: 'takes a line of MAIL that is 500 octets longer, for the parameter AUTH',
    level: 'may',
    reference: 'RFC 4954 section 3',
    place: 'service',
    ask: async (talk) => {
      if ((talk.session.extensions?.authMechanisms ?? []).length === 0)
        throw new NotApplicable('it offers no AUTH where other servers come');
      const answer = await talk.say(`MAIL FROM:<${talk.sender}> AUTH=${'x'.repeat(480)}@${talk.facts.senderDomain}`);
      if (hasCode(answer, 530)) throw new NotApplicable('MAIL is answered 530: a login or TLS comes first');
      if (isOfClass(answer, 2)) await talk.say('RSET');
      return [expectReply('MAIL with a long AUTH=', answer, { class: 2 })];
    },
  },
  {
    name: 'mail-before-login-530',
    title: 'answers MAIL before a login with 530, where it wants one',
    level: 'should',
    reference: 'RFC 4954 section 6',
    ask: async (talk) => {
      const answer = await talk.say(`MAIL FROM:<${talk.sender}>`);
      if (!isOfClass(answer, 2)) return [expectCode('MAIL', answer, 530)];
      await talk.say('RSET');
      throw new NotApplicable('it takes MAIL without a login, and refuses later if at all');
    },
  },
  {
    name: 'auth-before-ehlo-503',
    title: 'refuses AUTH before EHLO with 503',
    level: 'may',
    reference: 'RFC 5321 section 4.1.4; RFC 4954 section 4',
    place: 'service',
    ask: async (talk) => {
      await using session = await talk.open(false);
      return [expectCode('AUTH', await session.command('AUTH PLAIN'), 503)];
    },
  },
];

/** A mechanism in which something is asked at once. */
function serverFirst(talk: Talk): string {
  const offered = talk.session.extensions?.authMechanisms ?? [];
  const found = ['CRAM-MD5', 'DIGEST-MD5', 'LOGIN'].find((name) => offered.includes(name));
  if (found === undefined) throw new NotApplicable('it offers no mechanism that begins with a challenge');
  return found;
}

/** One to which the client has nothing to say first; of LOGIN many servers take the name so. */
function challengeFirst(talk: Talk): string {
  const found = serverFirst(talk);
  if (found === 'LOGIN') throw new NotApplicable('it offers no mechanism that begins with a challenge');
  return found;
}
