import { ScriptedServer } from '../../unit/smtp/scripted-server';
import { type Contrary, ContraryServer } from '../contrary-server';
import { passingOn } from '../passing-on';
import {
  answering,
  type ContraryMutant,
  ehlo,
  mechanisms,
  outOfOrder,
  plainOn25,
  refusedBecause,
  refusing,
} from './contrary-mutant';

/** Servers whose AUTH is odd (RFC 4954): what they offer, when, and whom they greet. */
export const contraryLogins: readonly ContraryMutant[] = [
  {
    name: 'a server that offers no mechanism but CRAM-MD5',
    facts: { logins: [{ ...plainOn25, security: 'starttls', mechanisms: ['CRAM-MD5'] }] },
    start: answering((line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('STARTTLS', 'AUTH CRAM-MD5');
      if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls' };
      if (/^AUTH/.test(line)) return `334 ${Buffer.from('<1@mail.example.test>').toString('base64')}`;
      return /^RCPT/.test(line) ? outOfOrder : '235 2.7.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/plain-within-tls$/, expected: 'PLAIN among the mechanisms', saw: 'CRAM-MD5' }],
  },
  {
    name: 'a server that wants TLS first, and does not say so',
    start: answering((line, { inTls }) => {
      if (line === '') return inTls ? '' : '220 mail.example.test';
      if (/^EHLO/.test(line)) return inTls ? ehlo() : ehlo('STARTTLS');
      if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls' };
      if (/^RCPT/.test(line)) return outOfOrder;
      return /^MAIL/.test(line) && !inTls ? '550 5.7.1 No' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/mail-before-tls-530$/, expected: 'MAIL on 25 before TLS: 530', saw: '550 ' }],
  },
  {
    name: 'a server to which AUTH before TLS is a wrong password',
    start: answering((line, { inTls }) => {
      if (line === '') return inTls ? '' : '220 mail.example.test';
      if (/^EHLO/.test(line)) return inTls ? ehlo(mechanisms) : ehlo('STARTTLS');
      if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls' };
      if (/^RCPT/.test(line)) return outOfOrder;
      return /^AUTH/.test(line) && !inTls ? '535 5.7.8 Wrong' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/auth-before-tls-not-there$/, expected: 'AUTH PLAIN before TLS: 504', saw: '535 ' }],
  },
  {
    name: 'a server that remembers within TLS who said EHLO before it',
    facts: { furthest: 'arrival', logins: [{ ...plainOn25, security: 'starttls' }] },
    start: (handOn) => {
      let name: string | undefined;
      const answer: Contrary = (line, { lines, inTls }) => {
        if (line === '') return inTls ? '' : '220 mail.example.test';
        if (/^EHLO/.test(line)) {
          name = line.split(' ')[1];
          return inTls ? ehlo(mechanisms) : ehlo('STARTTLS');
        }
        if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls' };
        if (/^RCPT/.test(line) && !lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
        return /^AUTH/.test(line) ? '235 2.7.0 Welcome' : '250 2.0.0 Ok';
      };
      return ContraryServer.start(
        passingOn(answer, handOn, (lines) => ({ sender: lines.findLast((one) => /^MAIL/.test(one)), name })),
      );
    },
    noticedBy: [
      { checks: /^rfc\/tls-forgets-name$/, expected: /^no \S+ in Received/, saw: /^from t\w+\.\S+ by mail\.example/ },
    ],
  },
  {
    name: 'a server that refuses a second MAIL, and takes its sender',
    facts: { furthest: 'arrival', starttls: [] },
    start: (handOn) => {
      const answer: Contrary = (line, { lines }) => {
        if (line === '' && lines.length === 0) return '220 mail.example.test';
        if (/^EHLO/.test(line)) return ehlo(mechanisms);
        if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
        const isBegun = lines.some((one) => /^MAIL/.test(one));
        if (/^MAIL/.test(line) && isBegun) return '503 5.5.1 No';
        return /^RCPT/.test(line) && !isBegun ? outOfOrder : '250 2.0.0 Ok';
      };
      return ContraryServer.start(
        passingOn(answer, handOn, (lines) => ({ sender: lines.findLast((one) => /^MAIL/.test(one)) })),
      );
    },
    noticedBy: [{ checks: /^rfc\/second-mail-keeps-sender$/, expected: /^it comes from from-/, saw: /^second-\w+@/ }],
  },
  {
    name: 'a server that hangs up on those whom it greets with 554',
    start: () => ScriptedServer.start({ greeting: (socket) => socket.end('554 5.7.1 No\r\n') }),
    noticedBy: [
      {
        checks: /^rfc\/greeting-554-waits-for-quit$/,
        expected: 'NOOP after the greeting 554: a reply',
        saw: /^(end of file|connection reset)/,
      },
    ],
  },
  {
    name: 'a server that calls every mechanism too weak for its user',
    facts: {
      logins: [],
      loginRefused: 'by every mechanism',
      refusedMechanisms: [refusedBecause('534 5.7.9 Authentication mechanism is too weak')],
    },
    start: answering(refusing(() => {})),
    noticedBy: [
      {
        checks: /^rfc\/too-weak-534$/,
        expected: 'another mechanism that lets the user in',
        saw: 'none, and CRAM-MD5 on 25: 534 5.7.9',
      },
    ],
  },
  {
    name: 'a server that promises a mechanism for after a login by PLAIN, and does not keep that',
    facts: { refusedMechanisms: [refusedBecause('432 4.7.12 A password transition is needed')] },
    start: answering((line, said) => {
      if (line === 'AUTH CRAM-MD5') return `334 ${Buffer.from('<1@mail.example.test>').toString('base64')}`;
      if (said.lines.at(-1) === 'AUTH CRAM-MD5') return '432 4.7.12 A password transition is needed';
      return refusing(() => {})(line, said);
    }),
    noticedBy: [{ checks: /^rfc\/transition-432$/, expected: 'AUTH CRAM-MD5 after it: 235', saw: '432 4.7.12' }],
  },
  {
    name: 'a server that waits no longer than a moment',
    thorough: true,
    start: () =>
      ScriptedServer.start({
        replies: {
          RCPT: [outOfOrder],
          EHLO: (socket) => {
            socket.write('250 mail.example.test\r\n');
            setTimeout(() => socket.end('421 4.4.2 Too slow\r\n'), 100);
          },
        },
      }),
    noticedBy: [{ checks: /^rfc\/five-minutes-idle$/, expected: 'five minutes of patience', saw: /^after 0 s 421 / }],
  },
  {
    name: 'a server that wants TLS of everybody',
    start: answering((line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('STARTTLS');
      if (/^RCPT/.test(line)) return outOfOrder;
      return /^MAIL/.test(line) ? '530 5.7.0 Must issue STARTTLS' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/mail-without-tls$/, expected: 'MAIL: not 530', saw: '530 ' }],
  },
  {
    name: 'a server that wants a login, and does not say so',
    start: answering((line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo(mechanisms);
      if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
      if (/^RCPT/.test(line)) return outOfOrder;
      return /^MAIL/.test(line) ? '550 5.7.1 No' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/mail-before-login-530$/, expected: 'MAIL: 530', saw: '550 ' }],
  },
];
