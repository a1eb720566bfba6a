import { acceptedMessages, isSettled } from '../../../helpers/maillog/accepted-message';
import { relatedLines } from '../../../helpers/maillog/related-lines';
import { fixture } from './fixture';

const log = fixture('relayed-2.10.1.log');

test('reads who logged in, and how, from the lines with which smtpd takes messages', () => {
  expect(acceptedMessages(log).slice(0, 2)).toEqual([
    {
      queueId: '877E71E4108',
      client: 'client.example.org[172.31.77.20]',
      saslMethod: 'PLAIN',
      saslUsername: 'alice@example.test',
    },
    {
      queueId: '572F41E4119',
      client: 'client.example.org[172.31.77.20]',
      saslMethod: 'LOGIN',
      saslUsername: 'alice@example.test',
    },
  ]);
});

test('a message is settled when it has left the queue, or waits for another attempt', () => {
  const deferred =
    'Nov 25 02:14:47 mail postfix/smtp[38]: AAAA11112222: to=<x@elsewhere.example>, relay=none, status=deferred (x)';

  expect(isSettled(log, '877E71E4108')).toBe(true);
  expect(isSettled(log.slice(0, 6), '877E71E4108')).toBe(false);
  expect(isSettled([deferred], 'AAAA11112222')).toBe(true);
});

const twoSessions = [
  'Nov 25 02:14:41 mail postfix/smtpd[26]: connect from client.outside.example[198.51.100.7]',
  'Nov 25 02:14:41 mail postfix/smtpd[27]: connect from client.outside.example[198.51.100.7]',
  'Nov 25 02:14:44 mail postfix/smtpd[26]: 7F12E180207: client=client.outside.example[198.51.100.7]',
  'Nov 25 02:14:44 mail postfix/smtpd[27]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 454 4.7.1 <to-tother@x.example>: Relay access denied; helo=<tother.outside.example>',
  'Nov 25 02:14:44 mail postfix/qmgr[14]: 7F12E180207: from=<from-tmine@outside.example>, size=1520, nrcpt=1 (queue active)',
  'Nov 25 02:14:44 mail postfix/smtpd[26]: disconnect from client.outside.example[198.51.100.7]',
  'Nov 25 02:14:45 mail postfix/smtpd[26]: connect from client.outside.example[198.51.100.7]',
  'Nov 25 02:14:47 mail postfix/qmgr[14]: 7F12E180207: removed',
];

test('a mark finds the whole session by its queue id, and what became of the message, but not the next session', () => {
  const mine = relatedLines(twoSessions, 'tmine');

  expect(mine).toEqual([0, 2, 4, 5, 7].map((index) => twoSessions[index]));
});

test('a mark finds a session by the HELO name in a refusal', () => {
  expect(relatedLines(twoSessions, 'tother')).toEqual([1, 3].map((index) => twoSessions[index]));
});

test('lines that are no log lines are left out, unless they have the mark', () => {
  expect(relatedLines(['noise', 'noise with tmine', '\u0000'], 'tmine')).toEqual(['noise with tmine']);
});
