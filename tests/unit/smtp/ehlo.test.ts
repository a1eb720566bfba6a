import type { Reply } from '../../../helpers/model/answer';
import { parseEhlo } from '../../../helpers/smtp/ehlo';

test('The extensions of Postfix 2.10.1 are read, with both forms of AUTH', () => {
  const reply = replyOf(
    'mail.example.test',
    'PIPELINING',
    'SIZE 10240000',
    'STARTTLS',
    'AUTH DIGEST-MD5 CRAM-MD5 PLAIN LOGIN',
    'AUTH=PLAIN LOGIN',
    'DSN',
  );

  expect(parseEhlo(reply)).toEqual({
    domain: 'mail.example.test',
    keywords: {
      PIPELINING: [],
      SIZE: ['10240000'],
      STARTTLS: [],
      AUTH: ['DIGEST-MD5', 'CRAM-MD5', 'PLAIN', 'LOGIN'],
      DSN: [],
    },
    authMechanisms: ['DIGEST-MD5', 'CRAM-MD5', 'PLAIN', 'LOGIN'],
    legacyAuthMechanisms: ['PLAIN', 'LOGIN'],
  });
});

test('A server without extensions has none', () => {
  expect(parseEhlo(replyOf('mail.example.test'))).toEqual({
    domain: 'mail.example.test',
    keywords: {},
    authMechanisms: [],
    legacyAuthMechanisms: [],
  });
});

test('Keywords and mechanisms are known in any letter case; parameters stay as they are', () => {
  expect(parseEhlo(replyOf('x', 'StartTLS', 'auth=login', 'auth plain  Login'))).toMatchObject({
    keywords: { STARTTLS: [], AUTH: ['plain', 'Login'] },
    authMechanisms: ['PLAIN', 'LOGIN'],
    legacyAuthMechanisms: ['LOGIN'],
  });
});

test('The domain ends where the greeting begins', () => {
  expect(parseEhlo(replyOf('mail.example.test Hello client.example.org [192.0.2.1]')).domain).toBe('mail.example.test');
});

test('Mechanisms on two AUTH lines are one list', () => {
  expect(parseEhlo(replyOf('x', 'AUTH PLAIN', 'AUTH LOGIN')).authMechanisms).toEqual(['PLAIN', 'LOGIN']);
});

test('A line without a word is no extension', () => {
  expect(parseEhlo(replyOf('', '', ' ')).keywords).toEqual({});
});

function replyOf(...lines: string[]): Reply {
  return { kind: 'reply', code: 250, enhanced: undefined, lines };
}
