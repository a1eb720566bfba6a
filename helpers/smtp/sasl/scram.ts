import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { type SaslMechanism, UnanswerableChallenge } from './mechanism';
import { saslPrep } from './sasl-prep';

/** What SCRAM needs. */
export interface ScramCredentials {
  readonly user: string;
  readonly password: string;
  /** Whom the user wants to act as, nobody else by default. */
  readonly authorizationId?: string | undefined;
  /** The TLS session that the login is tied to, which makes it SCRAM-…-PLUS. */
  readonly channelBinding?: ChannelBinding | undefined;
  /** The client's nonce: random by default. */
  readonly nonce?: string;
}

/** What both ends of a TLS session know of it, and nobody in between: RFC 5929, and RFC 9266 for `tls-exporter`. */
export interface ChannelBinding {
  readonly type: 'tls-exporter' | 'tls-server-end-point' | 'tls-unique';
  readonly data: Buffer;
}

/** The hash functions of SCRAM: RFC 5802, RFC 7677, and the others that Cyrus SASL has by the same rules. */
export const scramHashes = {
  'SCRAM-SHA-1': 'sha1',
  'SCRAM-SHA-224': 'sha224',
  'SCRAM-SHA-256': 'sha256',
  'SCRAM-SHA-384': 'sha384',
  'SCRAM-SHA-512': 'sha512',
} as const;

/** SCRAM, RFC 5802: neither end says the password, each proves that it knows it, and the server's proof is checked. */
export function scram(name: keyof typeof scramHashes, credentials: ScramCredentials): SaslMechanism {
  const {
    user,
    password,
    authorizationId = '',
    channelBinding,
    nonce = randomBytes(18).toString('base64'),
  } = credentials;
  const hash = scramHashes[name];
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest();
  const gs2Header = `${channelBinding ? `p=${channelBinding.type}` : 'n'},${
    authorizationId === '' ? '' : `a=${saslName(saslPrep(authorizationId))}`
  },`;
  const clientFirst = `n=${saslName(saslPrep(user))},r=${nonce}`;
  let proofOfServer: Buffer | undefined;
  let proven = false;

  const prove = (serverFirst: string): Buffer => {
    const { wholeNonce, salt, iterations } = parseServerFirst(serverFirst, nonce);
    const salted = pbkdf2Sync(saslPrep(password), salt, iterations, createHash(hash).digest().length, hash);
    const clientKey = hmac(salted, 'Client Key');
    const storedKey = createHash(hash).update(clientKey).digest();
    const binding = Buffer.concat([Buffer.from(gs2Header), channelBinding?.data ?? Buffer.alloc(0)]);
    const clientFinal = `c=${binding.toString('base64')},r=${wholeNonce}`;
    const authMessage = `${clientFirst},${serverFirst},${clientFinal}`;
    proofOfServer = hmac(hmac(salted, 'Server Key'), authMessage);
    return Buffer.from(`${clientFinal},p=${xor(clientKey, hmac(storedKey, authMessage)).toString('base64')}`);
  };

  const verify = (serverFinal: string, expected: Buffer): Buffer => {
    const { v: signature, e: error } = attributes(serverFinal);
    if (error !== undefined) throw new UnanswerableChallenge(`the server says ${error}`);
    const given = Buffer.from(signature ?? '', 'base64');
    proven = given.length === expected.length && timingSafeEqual(given, expected);
    if (!proven) throw new UnanswerableChallenge('the server does not prove that it knows the password');
    return Buffer.alloc(0);
  };

  return {
    name: channelBinding ? `${name}-PLUS` : name,
    secrets: [password],
    initialResponse: Buffer.from(gs2Header + clientFirst),
    respond: (challenge) =>
      proofOfServer === undefined ? prove(challenge.toString()) : verify(challenge.toString(), proofOfServer),
    serverIsProven: () => proven,
  };
}

/** RFC 5802 section 5.1: the nonce goes on from the client's, and the count is one that can be worked off. */
function parseServerFirst(text: string, clientNonce: string) {
  const { m: extension, r: wholeNonce = '', s: salt = '', i: count = '' } = attributes(text);
  if (extension !== undefined) throw new UnanswerableChallenge(`it demands an extension: m=${extension}`);
  if (!wholeNonce.startsWith(clientNonce) || wholeNonce === clientNonce)
    throw new UnanswerableChallenge('its nonce does not go on from the one of this client');
  const iterations = /^[1-9]\d*$/.test(count) ? Number(count) : 0;
  if (iterations < 1 || iterations > mostIterations)
    throw new UnanswerableChallenge(`${count || 'no'} iterations are not from 1 to ${mostIterations}`);
  if (salt === '') throw new UnanswerableChallenge('there is no salt');
  return { wholeNonce, salt: Buffer.from(salt, 'base64'), iterations };
}

/** Several times what servers use: this client does nothing else meanwhile, and more would take it longer than an answer may. */
const mostIterations = 2_000_000;

/** `r=…,s=…,i=4096`: a letter and a value without commas each. */
function attributes(text: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(text.split(',').map((one) => [one.slice(0, 1), one[1] === '=' ? one.slice(2) : undefined]));
}

/** In a name comma and equals sign are written as codes. */
export function saslName(name: string): string {
  return name.replaceAll('=', '=3D').replaceAll(',', '=2C');
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)));
}
