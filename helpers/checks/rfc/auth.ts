import type { Answer } from '../../model/answer';
import { hasCode, isOfClass } from '../../smtp/answers';
import { plain } from '../../smtp/sasl/plain';
import { NotApplicable } from '../not-applicable';
import { expectReply, expectThat } from '../shared/findings';
import { anyOf, needsMechanism, needsUser, noObstacle, type Obstacle } from '../shared/obstacles';
import { exchanges } from './exchanges';
import { expect5yz, expectCode } from './expect-code';
import type { Point } from './point';

/** AUTH where users log in: RFC 4954. */
export function auth(): readonly Point[] {
  return [...points, ...exchanges].map((point) => ({ place: 'login', notApplicable: needsUser, ...point }));
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
    name: 'auth-before-tls-not-there',
    title: 'says of AUTH before TLS, where it offers none, that there is none, and not that the password is wrong',
    // RFC 4954 has 504 for a mechanism that wants TLS; where AUTH is not announced at all, 503 and 530 say so as well.
    level: 'may',
    reference: 'RFC 4954 sections 4 and 6 (504); RFC 3207 section 4 (530)',
    place: 'service',
    ask: async (talk) => {
      if (talk.session.tls !== undefined) throw new NotApplicable('there is TLS from the beginning');
      if ((talk.session.extensions?.authMechanisms ?? []).length > 0)
        throw new NotApplicable('it offers AUTH before TLS');
      const answer = await talk.say('AUTH PLAIN');
      if (hasCode(answer, 334)) await talk.cancel();
      return [expectCode('AUTH PLAIN before TLS', answer, 504, 500, 502, 503, 530)];
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
        answers.push(await talk.mail(`<${talk.sender}> AUTH=${value}`));
        await talk.say('RSET');
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
      const answer = await talk.mail(`<${talk.sender}> AUTH=${'x'.repeat(480)}@${talk.facts.senderDomain}`);
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
