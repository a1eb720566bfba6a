import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import type { Answer } from '../../../helpers/model/answer';
import { authExchange } from '../../../helpers/smtp/auth-exchange';
import { parseReply } from '../../../helpers/smtp/reply-parser';
import { parseDirectives } from '../../../helpers/smtp/sasl/digest-challenge';
import { UnanswerableChallenge } from '../../../helpers/smtp/sasl/mechanism';
import { mechanismFor } from '../../../helpers/smtp/sasl/mechanism-for';
import { saslPrep } from '../../../helpers/smtp/sasl/sasl-prep';
import { always } from './property';
import { bytes, password, textOf } from './values';

const names = [
  'PLAIN',
  'LOGIN',
  'CRAM-MD5',
  'DIGEST-MD5',
  'ANONYMOUS',
  'EXTERNAL',
  'XOAUTH2',
  'OAUTHBEARER',
  'SCRAM-SHA-1',
  'SCRAM-SHA-256',
] as const;
const name = fc.constantFrom(...names);
const challenge = fc.oneof(
  bytes,
  textOf(['nonce="a"', 'realm="x"', 'qop="auth"', 'charset=utf-8', 'rspauth=00', ',', '"', '\\', '=']).map((text) =>
    Buffer.from(text),
  ),
);

function mechanism(which: string, user = 'alice', secret = 'secret') {
  const found = mechanismFor(which, { user, password: secret, host: 'mail.example.test', accessToken: secret });
  if (!found) throw new Error(`no mechanism ${which}`);
  return found;
}

always(
  'A mechanism has a response to any challenge, or says why it has none',
  [name, fc.array(challenge)],
  (which, all) => {
    const client = mechanism(which);
    for (const one of all) {
      try {
        expect(Buffer.isBuffer(client.respond(one))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(UnanswerableChallenge);
        return;
      }
    }
  },
);

always(
  'An exchange comes to an end whatever the server answers',
  [
    name,
    fc.infiniteStream(fc.tuple(fc.constantFrom('334 ', '334 ', '334-', '235 ', '535 ', '', '421 '), challenge)),
    fc.boolean(),
  ],
  async (which, answers, initialResponse) => {
    const asked: string[] = [];
    const ask = async (line: string): Promise<Answer> => {
      asked.push(line);
      const [code, text] = answers.next().value as [string, Buffer];
      return parseReply([`${code}${text.toString('base64')}`]);
    };
    await authExchange(mechanism(which), ask, { initialResponse });

    expect(asked.length).toBeLessThanOrEqual(12);
    // RFC 4954 section 4: a line that is neither the command nor base64 would be a command to some servers.
    for (const line of asked.slice(1)) expect(line).toMatch(/^(?:[A-Za-z0-9+/]*={0,2}|\*)$/);
  },
);

always(
  'What PLAIN and the mechanisms with a token say is read back as what was given',
  [password, password],
  (user, secret) => {
    expect(`${mechanism('PLAIN', user, secret).initialResponse}`.split('\0')).toEqual(['', user, secret]);
    expect(`${mechanism('XOAUTH2', user, secret).initialResponse}`).toBe(
      `user=${user}\x01auth=Bearer ${secret}\x01\x01`,
    );
    const [, identity = ''] = /^n,a=([^,]*),/.exec(`${mechanism('OAUTHBEARER', user, secret).initialResponse}`) ?? [];
    expect(identity.replaceAll('=2C', ',').replaceAll('=3D', '=')).toBe(user);
  },
);

always(
  'LOGIN says user and password, whatever it is asked',
  [password, password, challenge, challenge],
  (user, secret, ...all) => {
    const client = mechanism('LOGIN', user, secret);

    expect(all.map((one) => `${client.respond(one)}`)).toEqual([user, secret]);
  },
);

always(
  'CRAM-MD5 proves the password for the challenge that was given',
  [password, password, bytes],
  (user, secret, given) => {
    const response = `${mechanism('CRAM-MD5', user, secret).respond(given)}`;

    expect(response).toBe(`${user} ${createHmac('md5', secret).update(given).digest('hex')}`);
  },
);

always(
  'A server of RFC 2831 understands DIGEST-MD5 and takes it, whatever the names',
  [password, password, password],
  (user, secret, realm) => {
    const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
    const given = `realm=${quote(realm)},nonce="n0nce",qop="auth",charset=utf-8,algorithm=md5-sess`;
    const client = mechanism('DIGEST-MD5', user, secret);
    const told = Object.fromEntries(
      parseDirectives(`${client.respond(Buffer.from(given))}`).map((one) => [one.name, one.value]),
    );

    expect(told).toMatchObject({
      username: user,
      realm,
      nonce: 'n0nce',
      qop: 'auth',
      'digest-uri': 'smtp/mail.example.test',
    });
    const proof = (method: string) => {
      const key = md5(Buffer.concat([inner(user, realm, secret), Buffer.from(`:n0nce:${told.cnonce}`)])).toString(
        'hex',
      );
      const uri = md5(Buffer.from(`${method}:smtp/mail.example.test`)).toString('hex');
      return md5(Buffer.from(`${key}:n0nce:${told.nc}:${told.cnonce}:auth:${uri}`)).toString('hex');
    };
    expect(told.response).toBe(proof('AUTHENTICATE'));
    expect(client.respond(Buffer.from(`rspauth=${proof('')}`))).toHaveLength(0);
  },
);

always(
  'A server of RFC 5802 understands SCRAM and takes it, whatever the names',
  [password, password, fc.constantFrom('sha1', 'sha256')],
  (user, secret, hash) => {
    const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest();
    const client = mechanism(`SCRAM-${hash.replace('sha', 'SHA-')}`, user, secret);
    const [, first = '', name = '', nonce = ''] = /^n,,(n=([^,]*),r=(.*))$/.exec(`${client.initialResponse}`) ?? [];
    const challenge = `r=${nonce}server,s=${Buffer.from('salt').toString('base64')},i=2`;
    const [, final = '', proof = ''] =
      /^(c=biws,r=.*server),p=(.*)$/.exec(`${client.respond(Buffer.from(challenge))}`) ?? [];

    const salted = pbkdf2Sync(saslPrep(secret), 'salt', 2, createHash(hash).digest().length, hash);
    const stored = createHash(hash).update(hmac(salted, 'Client Key')).digest();
    const said = `${first},${challenge},${final}`;
    const key = Buffer.from(proof, 'base64').map((byte, index) => byte ^ (hmac(stored, said)[index] ?? 0));
    expect(name.replaceAll('=2C', ',').replaceAll('=3D', '=')).toBe(saslPrep(user));
    expect(createHash(hash).update(key).digest('hex')).toBe(stored.toString('hex'));

    const signature = hmac(hmac(salted, 'Server Key'), said).toString('base64');
    expect(client.respond(Buffer.from(`v=${signature}`))).toHaveLength(0);
  },
);

/** RFC 2831 section 2.1.2.1, as Cyrus SASL's plugins/digestmd5.c has it: each part by itself becomes ISO 8859-1 where it can. */
function inner(...parts: readonly string[]): Buffer {
  const encoded = parts.map((part) =>
    Buffer.from(part, [...part].every((one) => (one.codePointAt(0) ?? 0) < 256) ? 'latin1' : 'utf8'),
  );
  return md5(Buffer.concat(encoded.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from(':'), part]))));
}

function md5(data: Buffer): Buffer {
  return createHash('md5').update(data).digest();
}
