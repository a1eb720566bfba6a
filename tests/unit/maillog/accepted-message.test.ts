import { isHandedOn, isSettled, waitsToBePassedOn } from '../../../helpers/maillog/accepted-message';

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

describe('a message that waits to be passed on', () => {
  const waits = (program: string, rest: string) =>
    waitsToBePassedOn([`Nov 28 08:49:58 mail postfix/${program}[54]: 448C11EA035: ${rest}`], '448C11EA035');
  const deferred = (why: string, relay = 'none') =>
    `to=<x@elsewhere.example>, relay=${relay}, delay=0.1, delays=0.1/0/0/0, dsn=4.4.1, status=deferred (${why})`;
  const suspended =
    'delivery temporarily suspended: connect to mx.elsewhere.example[203.0.113.25]:25: Connection refused';
  const unresolved =
    'Host or domain name not found. Name service error for name=mx.elsewhere.example type=A: Host not found, try again';

  test.each([
    ['smtp', 'connect to mx.elsewhere.example[203.0.113.25]:25: Connection timed out'],
    ['smtp', unresolved],
    ['error', suspended],
    ['relay/smtp', unresolved],
  ])('is one that %s could not hand to another machine: %s', (program, why) => {
    expect(waits(program, deferred(why))).toBe(why);
  });

  test('is none that stays on the machine: for a filter, or for a mailbox', () => {
    expect(waits('smtp', deferred('connect to 127.0.0.1[127.0.0.1]:10024: Connection refused'))).toBeUndefined();
    expect(
      waits('smtp', deferred('host 127.0.0.1[127.0.0.1] said: 451 4.3.0', '127.0.0.1[127.0.0.1]:10024')),
    ).toBeUndefined();
    expect(
      waits('error', deferred('delivery temporarily suspended: connect to localhost[::1]:10024: Connection refused')),
    ).toBeUndefined();
    expect(
      waits('lmtp', deferred('connect to mail.example.test[private/dovecot-lmtp]: No such file or directory')),
    ).toBeUndefined();
    expect(
      waits(
        'error',
        deferred(
          'delivery temporarily suspended: connect to mail.example.test[private/dovecot-lmtp]: Connection refused',
        ),
      ),
    ).toBeUndefined();
    expect(waits('local', deferred('cannot update mailbox'))).toBeUndefined();
  });

  test('is none that was delivered, nor one of another queue id', () => {
    expect(waitsToBePassedOn(sent('mx.elsewhere.example[203.0.113.25]:25'), '448C11EA035')).toBeUndefined();
    const line = `Nov 28 08:49:58 mail postfix/smtp[54]: AAAA11112222: ${deferred(unresolved)}`;
    expect(waitsToBePassedOn([line], '448C11EA035')).toBeUndefined();
  });
});
