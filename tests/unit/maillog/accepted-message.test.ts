import { isHandedOn, isSettled } from '../../../helpers/maillog/accepted-message';

const sent = (relay: string) => [
  `Nov 28 08:49:58 mail postfix/smtp[54]: 448C11EA035: to=<x@elsewhere.example>, relay=${relay}, delay=1.5, delays=0.4/0.7/0.3/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as C96EC1EA53D)`,
  'Nov 28 08:49:58 mail postfix/qmgr[48]: 448C11EA035: removed',
];

test.each(['127.0.0.1[127.0.0.1]:10024', 'localhost[::1]:10024', 'mail.example.test[private/dovecot-lmtp]'])(
  'a message that was given to %s has left the queue, and goes on from there',
  (relay) => {
    expect(isSettled(sent(relay), '448C11EA035')).toBe(true);
    expect(isHandedOn(sent(relay), '448C11EA035')).toBe(true);
  },
);

test('one that was given to another machine does not, nor one of another queue id', () => {
  expect(isHandedOn(sent('mx.elsewhere.example[203.0.113.25]:25'), '448C11EA035')).toBe(false);
  expect(isHandedOn(sent('127.0.0.1[127.0.0.1]:10024'), 'C96EC1EA53D')).toBe(false);
});
