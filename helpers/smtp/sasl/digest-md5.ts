import { createHash, randomBytes } from 'node:crypto';
import { parseDigestChallenge, parseDirectives } from './digest-challenge';
import { type SaslMechanism, UnanswerableChallenge } from './mechanism';

/** What DIGEST-MD5 needs. */
export interface DigestCredentials {
  readonly user: string;
  readonly password: string;
  /** The first one that the server offers, by default. */
  readonly realm?: string | undefined;
  /** The server's name as the client knows it. */
  readonly host: string;
  /** `smtp` by default. */
  readonly service?: string;
  /** The client's nonce: random by default. */
  readonly cnonce?: string;
}

/** DIGEST-MD5, RFC 2831, with `qop=auth`: the server must prove in the end that it knows the password too. */
export function digestMd5(credentials: DigestCredentials): SaslMechanism {
  const { user, password, host, service = 'smtp', cnonce = randomBytes(16).toString('base64') } = credentials;
  let proof: string | undefined;
  let proven = false;

  const answerChallenge = (challenge: string): Buffer => {
    const { nonce, realms, utf8 } = parseDigestChallenge(challenge);
    const realm = credentials.realm ?? realms[0];
    const uri = `${service}/${host}`;
    const secret = md5(Buffer.concat([hashed(user), hashed(':'), hashed(realm ?? ''), hashed(':'), hashed(password)]));
    const key = md5(Buffer.concat([secret, Buffer.from(`:${nonce}:${cnonce}`)])).toString('hex');
    const sign = (method: string): string =>
      md5(`${key}:${nonce}:${nonceCount}:${cnonce}:auth:${md5(`${method}:${uri}`).toString('hex')}`).toString('hex');
    proof = sign('');
    const directives = [
      ...(utf8 ? ['charset=utf-8'] : []),
      `username=${quoted(user)}`,
      ...(realm === undefined ? [] : [`realm=${quoted(realm)}`]),
      `nonce=${quoted(nonce)},nc=${nonceCount},cnonce=${quoted(cnonce)}`,
      `digest-uri=${quoted(uri)},response=${sign('AUTHENTICATE')},qop=auth`,
    ];
    return Buffer.from(directives.join(','), utf8 ? 'utf8' : 'latin1');
  };

  const checkProof = (challenge: string): Buffer => {
    const given = parseDirectives(challenge).find(({ name }) => name === 'rspauth')?.value;
    proven = given === proof;
    if (!proven) throw new UnanswerableChallenge('the server does not prove that it knows the password');
    return Buffer.alloc(0);
  };

  return {
    name: 'DIGEST-MD5',
    secrets: [password],
    initialResponse: undefined,
    respond: (challenge) => (proof === undefined ? answerChallenge : checkProof)(challenge.toString()),
    serverIsProven: () => proven,
  };
}

/** Each nonce is used once. */
const nonceCount = '00000001';

/** RFC 2831 section 2.1.2.1: hashed as ISO 8859-1 where that can be, whatever the charset on the wire. */
function hashed(text: string): Buffer {
  return Buffer.from(text, /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf8');
}

function md5(text: string | Buffer): Buffer {
  return createHash('md5').update(text).digest();
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
