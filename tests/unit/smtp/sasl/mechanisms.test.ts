import { anonymous } from '../../../../helpers/smtp/sasl/anonymous';
import { cramMd5 } from '../../../../helpers/smtp/sasl/cram-md5';
import { external } from '../../../../helpers/smtp/sasl/external';
import { login } from '../../../../helpers/smtp/sasl/login';
import { mechanismFor } from '../../../../helpers/smtp/sasl/mechanism-for';
import { plain } from '../../../../helpers/smtp/sasl/plain';

describe('PLAIN', () => {
  test('sends the examples of RFC 4616 section 4', () => {
    expect(plain({ user: 'tim', password: 'tanstaaftanstaaf' }).initialResponse?.toString()).toBe(
      '\0tim\0tanstaaftanstaaf',
    );
    expect(plain({ authorizationId: 'Ursel', user: 'Kurt', password: 'xipj3plmq' }).initialResponse?.toString()).toBe(
      'Ursel\0Kurt\0xipj3plmq',
    );
  });

  test('is in UTF-8', () => {
    expect(plain({ user: 'ü', password: '€' }).initialResponse?.toString('hex')).toBe('00c3bc00e282ac');
  });
});

test('LOGIN gives the user, then the password, whatever the prompts', () => {
  const mechanism = login({ user: 'mitsuya', password: 'Passw0rd!' });

  expect(mechanism.initialResponse).toBeUndefined();
  expect(mechanism.respond(Buffer.from('User Name\0')).toString()).toBe('mitsuya');
  expect(mechanism.respond(Buffer.from('')).toString()).toBe('Passw0rd!');
  expect(mechanism.respond(Buffer.from('Token:'))).toHaveLength(0);
});

test('CRAM-MD5 signs the challenge of RFC 2195 section 2', () => {
  const mechanism = cramMd5({ user: 'tim', password: 'tanstaaftanstaaf' });
  const challenge = Buffer.from('<1896.697170952@postoffice.reston.mci.net>');

  expect(mechanism.initialResponse).toBeUndefined();
  expect(mechanism.respond(challenge).toString()).toBe('tim b913a602c7eda7a495b4e6e7334d3890');
});

test('ANONYMOUS sends what the client says of itself, or nothing', () => {
  expect(anonymous('sirhc').initialResponse?.toString()).toBe('sirhc');
  expect(anonymous().initialResponse).toHaveLength(0);
});

test('EXTERNAL sends whom the client wants to act as, or nothing', () => {
  expect(external('fred@example.com').initialResponse?.toString()).toBe('fred@example.com');
  expect(external().initialResponse).toHaveLength(0);
});

describe('a mechanism by its name', () => {
  const credentials = { user: 'alice', password: 'Passw0rd!', host: 'mail.example.test' };

  test.each(['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'ANONYMOUS', 'EXTERNAL', 'SCRAM-SHA-1', 'SCRAM-SHA-512'])(
    '%s is here',
    (name) => {
      expect(mechanismFor(name, credentials)?.name).toBe(name);
      expect(mechanismFor(name.toLowerCase(), credentials)?.name).toBe(name);
    },
  );

  test.each(['GSSAPI', 'SCRAM-MD5', 'constructor', ''])('%j is not', (name) => {
    expect(mechanismFor(name, credentials)).toBeUndefined();
  });

  test('SCRAM-SHA-256-PLUS is here where there is a TLS session to tie it to, and never without -PLUS', () => {
    const channelBinding = { type: 'tls-exporter', data: Buffer.from('x') } as const;

    expect(mechanismFor('SCRAM-SHA-256-PLUS', credentials)).toBeUndefined();
    expect(mechanismFor('SCRAM-SHA-256-PLUS', { ...credentials, channelBinding })?.name).toBe('SCRAM-SHA-256-PLUS');
    expect(mechanismFor('SCRAM-SHA-256', { ...credentials, channelBinding })?.name).toBe('SCRAM-SHA-256');
  });
});
