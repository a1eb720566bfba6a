import type { Answer } from '../../model/answer';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { needsLocalRecipient } from '../shared/obstacles';
import { expect5yz, expectCode } from './expect-code';
import type { Point } from './point';
import type { Talk } from './talk';

/** Mail transactions: RFC 5321 sections 3.3, 4.1.4 and 4.5.3; RFC 1870. */
export const transactions: readonly Point[] = [
  {
    name: 'rcpt-before-mail-503',
    title: 'refuses RCPT before MAIL with 503',
    level: 'must',
    reference: 'RFC 5321 section 3.3',
    ask: async (talk) => [expectCode('RCPT before MAIL', await talk.say(`RCPT TO:<${talk.ownRecipient}>`), 503)],
  },
  {
    name: 'data-before-mail-refused',
    title: 'begins no message before MAIL',
    level: 'must',
    reference: 'RFC 5321 section 3.3',
    ask: async (talk) => [expectCode('DATA before MAIL', await talk.say('DATA'), 503, 554)],
  },
  {
    name: 'data-before-rcpt-refused',
    title: 'begins no message without a recipient that it has taken',
    level: 'must',
    reference: 'RFC 5321 section 3.3',
    ask: async (talk) => [
      control(expectReply('MAIL', await talk.mail(), { class: 2 })),
      expectCode('DATA before RCPT', await talk.say('DATA'), 503, 554),
    ],
  },
  {
    name: 'data-with-argument-501',
    title: 'refuses an argument of DATA with 501',
    level: 'should',
    reference: 'RFC 5321 sections 4.1.1 and 4.3.2',
    notApplicable: needsLocalRecipient,
    ask: async (talk) => [
      control(expectReply('MAIL', await talk.mail(), { class: 2 })),
      control(expectReply('RCPT of its own', await talk.say(`RCPT TO:<${talk.ownRecipient}>`), { class: 2 })),
      expectCode('DATA now', await talk.say('DATA now'), 501),
    ],
  },
  {
    name: 'mail-twice-503',
    title: 'refuses MAIL within a transaction with 503',
    level: 'must',
    reference: 'RFC 5321 section 4.1.4',
    ask: async (talk) => [
      control(expectReply('MAIL', await talk.mail(), { class: 2 })),
      expectCode('the second MAIL', await talk.say(`MAIL FROM:<other@${talk.facts.senderDomain}>`), 503),
    ],
  },
  {
    name: 'mail-without-from-refused',
    title: 'refuses MAIL without the word FROM',
    level: 'must',
    reference: 'RFC 5321 section 4.1.4',
    ask: async (talk) => [expect5yz('MAIL TO', await talk.say(`MAIL TO:<${talk.sender}>`))],
  },
  {
    name: 'mail-without-sender-501',
    title: 'refuses MAIL that names no sender with 501',
    level: 'should',
    reference: 'RFC 5321 section 4.1.4',
    ask: async (talk) => [expectCode('MAIL FROM:', await talk.say('MAIL FROM:'), 501)],
  },
  {
    name: 'unknown-parameter-refused',
    title: 'refuses a parameter of MAIL that it does not know',
    level: 'must',
    reference: 'RFC 5321 section 4.1.1.11',
    ask: async (talk) => [await refusesParameter(talk, 'XYZZY=1', expect5yz)],
  },
  {
    name: 'unknown-parameter-555',
    title: 'refuses a parameter of MAIL that it does not know with 555',
    level: 'should',
    reference: 'RFC 5321 section 4.1.1.11',
    ask: async (talk) => [await refusesParameter(talk, 'XYZZY=1', (what, answer) => expectCode(what, answer, 555))],
  },
  {
    name: 'size-beyond-limit-552',
    title: 'refuses at once a message that is declared larger than it takes',
    level: 'should',
    reference: 'RFC 1870 section 6.1',
    ask: async (talk) => {
      const limit = Number(talk.session.extensions?.keywords.SIZE?.[0] ?? 0);
      if (!(limit > 0)) throw new NotApplicable('it tells no limit of the size');
      return [await refusesParameter(talk, `SIZE=${limit + 1}`, (what, answer) => expectCode(what, answer, 552))];
    },
  },
  {
    name: 'refused-size-is-forgotten',
    title: 'takes a smaller message after it has refused one for its size',
    level: 'should',
    reference: 'RFC 5321 section 4.1.4; RFC 1870 section 6.1',
    ask: async (talk) => {
      const limit = Number(talk.session.extensions?.keywords.SIZE?.[0] ?? 0);
      if (!(limit > 0)) throw new NotApplicable('it tells no limit of the size');
      const refused = await talk.say(`MAIL FROM:<${talk.sender}> SIZE=${limit + 1}`);
      if (isOfClass(refused, 2)) {
        await talk.say('RSET');
        throw new NotApplicable('it refuses no message for its size');
      }
      const smaller = await talk.mail();
      return [expectReply('MAIL without a size after it', smaller, { class: 2 })];
    },
  },
  {
    name: 'rset-ends-transaction',
    title: 'forgets the transaction with RSET',
    level: 'must',
    reference: 'RFC 5321 section 4.1.1.5',
    ask: async (talk) => [
      control(expectReply('MAIL', await talk.mail(), { class: 2 })),
      expectCode('RSET', await talk.say('RSET'), 250),
      expectCode('RCPT after it', await talk.say(`RCPT TO:<${talk.ownRecipient}>`), 503),
    ],
  },
  {
    name: 'ehlo-ends-transaction',
    title: 'forgets the transaction with a second EHLO',
    level: 'must',
    reference: 'RFC 5321 section 4.1.4',
    ask: async (talk) => [
      control(expectReply('MAIL', await talk.mail(), { class: 2 })),
      expectCode('EHLO', await talk.say(`EHLO rfc.${talk.facts.senderDomain}`), 250),
      expectCode('RCPT after it', await talk.say(`RCPT TO:<${talk.ownRecipient}>`), 503),
    ],
  },
  {
    name: 'noop-keeps-transaction',
    title: 'keeps the transaction over NOOP and a refused command',
    level: 'must',
    reference: 'RFC 5321 sections 4.1.1.9 and 4.1.4',
    ask: async (talk) => {
      const mail = await talk.mail();
      const noop = await talk.say('NOOP');
      const refused = await talk.say(`MAIL FROM:<other@${talk.facts.senderDomain}>`);
      const rcpt = await talk.say('RCPT TO:<postmaster>');
      if (isOfClass(refused, 2)) throw new NotApplicable('it takes a second MAIL: see rfc/mail-twice-503');
      await talk.say('RSET');
      return [
        control(expectReply('MAIL', mail, { class: 2 })),
        control(
          expectThat(!sameCode(rcpt, await talk.say('RCPT TO:<postmaster>')), 'another reply without MAIL', 'the same'),
        ),
        control(expectReply('NOOP', noop, { class: 2 })),
        expectThat(!hasCode(rcpt, 503), 'RCPT after them: not 503', inWords(rcpt)),
      ];
    },
  },
  {
    name: 'postmaster-without-domain',
    title: 'takes mail for postmaster without a domain',
    // RFC 5321 says must; many an image is there for submission alone, and then nobody misses it.
    level: 'should',
    reference: 'RFC 5321 sections 4.1.1.3 and 4.5.1',
    notApplicable: needsLocalRecipient,
    ask: async (talk) => [
      control(expectReply('MAIL', await talk.mail(), { class: 2 })),
      control(expectReply('RCPT of its own', await talk.say(`RCPT TO:<${talk.ownRecipient}>`), { class: 2 })),
      expectReply('RCPT TO:<Postmaster>', await talk.say('RCPT TO:<Postmaster>'), { class: 2 }),
    ],
  },
  {
    name: 'null-sender',
    title: 'takes the null sender, which bounces have',
    level: 'must',
    reference: 'RFC 5321 sections 3.6.3 and 4.5.5',
    notApplicable: needsLocalRecipient,
    ask: async (talk) => {
      const mail = await talk.mail('<>');
      const rcpt = await talk.say(`RCPT TO:<${talk.ownRecipient}>`);
      return [expectReply('MAIL FROM:<>', mail, { class: 2 }), expectReply('RCPT', rcpt, { class: 2 })];
    },
  },
  {
    name: 'source-route-known',
    title: 'knows a source route for what it is',
    level: 'must',
    reference: 'RFC 5321 sections 3.3 and 4.1.1.3, appendix C',
    notApplicable: needsLocalRecipient,
    ask: async (talk) => {
      const { hostname } = talk.facts;
      const mail = await talk.mail();
      const answer = await talk.say(`RCPT TO:<@${hostname}:${talk.ownRecipient}>`);
      return [
        control(expectReply('MAIL', mail, { class: 2 })),
        control(expectReply('RCPT of its own', await talk.say(`RCPT TO:<${talk.ownRecipient}>`), { class: 2 })),
        expectThat(answer.kind === 'reply' && answer.code !== 500, 'RCPT: not 500', inWords(answer)),
      ];
    },
  },
  {
    name: 'relay-refused-550',
    title: 'refuses to relay with 550',
    level: 'should',
    reference: 'RFC 5321 sections 3.6.2 and 7.9',
    ask: async (talk) => {
      await talk.mail();
      const answer = await talk.say(`RCPT TO:<rfc@${talk.facts.foreignDomain}>`);
      if (isOfClass(answer, 2)) throw new NotApplicable('it takes the recipient: see open-relay');
      if (isOfClass(answer, 4))
        throw new NotApplicable(`it refuses for now, and does not say why for good: ${inWords(answer)}`);
      const taken = await talk.say(`RCPT TO:<${talk.ownRecipient}>`);
      return [
        ...(talk.facts.knowsLocalRecipient ? [control(expectReply('RCPT of its own', taken, { class: 2 }))] : []),
        expectCode('RCPT', answer, 550, 551, 553),
      ];
    },
  },
];

function sameCode(one: Answer, other: Answer): boolean {
  return one.kind === 'reply' && other.kind === 'reply' && one.code === other.code && one.code !== 503;
}

async function refusesParameter(talk: Talk, parameter: string, expect: typeof expect5yz) {
  const path = `<${talk.sender}> ${parameter}`;
  return expect(`MAIL FROM:${path}`, await talk.mail(path));
}
