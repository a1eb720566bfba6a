import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, needsMailPort, type Obstacle } from '../shared/obstacles';
import { expect5yz, expectCode } from './expect-code';
import type { Point } from './point';

/** STARTTLS where other servers come: RFC 3207 section 4. */
export function starttls(): readonly Point[] {
  return points.map((point) => ({ ...point, notApplicable: anyOf(needsMailPort, needsTlsThere) }));
}

const needsTlsThere: Obstacle = ({ ports, starttls: offering }) =>
  ports.some(({ port, role }) => role === 'smtp' && offering.includes(port))
    ? undefined
    : 'STARTTLS is not meant to be offered where other servers come';

const points: readonly Point[] = [
  {
    name: 'starttls-with-argument-501',
    title: 'refuses STARTTLS with an argument with 501',
    level: 'should',
    reference: 'RFC 3207 section 4',
    ask: async (talk) => [expectCode('STARTTLS now', await talk.say('STARTTLS now'), 501)],
  },
  {
    name: 'mail-without-tls',
    title: 'does not ask other servers for TLS before they bring mail',
    level: 'should',
    reference: 'RFC 3207 section 4',
    ask: async (talk) => {
      const answer = await talk.say(`MAIL FROM:<${talk.sender}>`);
      if (isOfClass(answer, 2)) await talk.say('RSET');
      return [expectThat(!hasCode(answer, 530), 'MAIL: not 530', inWords(answer))];
    },
  },
  {
    name: 'tls-ends-transaction',
    title: 'forgets with STARTTLS the transaction that was begun before it',
    level: 'must',
    reference: 'RFC 3207 section 4.2',
    ask: async (talk) => {
      const mail = await talk.mail();
      const ready = await talk.session.startTls();
      const rcpt = await talk.say('RCPT TO:<postmaster>');
      talk.spend();
      return [
        control(expectReply('MAIL', mail, { class: 2 })),
        // Some refuse STARTTLS within a transaction, which ends the question too.
        ...(isOfClass(ready, 2) ? [expect5yz('RCPT within TLS', rcpt)] : [expect5yz('STARTTLS', ready)]),
      ];
    },
  },
  {
    name: 'starttls-within-tls-refused',
    title: 'refuses STARTTLS within TLS, and goes on',
    level: 'should',
    reference: 'RFC 3207 section 4.2',
    ask: async (talk) => {
      const ready = await talk.session.startTls();
      await talk.session.ehlo();
      const again = await talk.say('STARTTLS');
      const noop = await talk.say('NOOP');
      talk.spend();
      return [
        control(expectCode('STARTTLS', ready, 220)),
        expect5yz('STARTTLS within TLS', again),
        expectCode('NOOP after it', noop, 250),
      ];
    },
  },
];
