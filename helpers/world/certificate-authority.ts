import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { der } from './der';

/** A certificate, with those that vouch for it behind it, and its key; in PEM. */
export interface CertificateAndKey {
  readonly cert: string;
  readonly key: string;
}

/**
 * Issues the certificates of a lab: a root, which clients and servers know, and an authority below it, as those of the Internet
 * have. Keys are in memory alone, and those of the authorities leave it never. Keys are on the curve P-256: to make one takes
 * less than a millisecond, and with RSA a fifth of a second.
 */
export class CertificateAuthority {
  /** The root's own certificate, in PEM: what a client has to know in order to verify the others. */
  readonly root: string;
  readonly #issuer: Issuer;
  readonly #issuing: string;

  constructor() {
    const root = selfSigned('smtp-auth-harness root');
    const keys = newKeys();
    const subject = nameOf('smtp-auth-harness CA');
    const certificate = issue(root.issuer, subject, keys.publicKey, authorityExtensions(0));
    this.root = root.certificate;
    this.#issuing = certificate;
    this.#issuer = { name: subject, privateKey: keys.privateKey };
  }

  /** All authorities, the root first, in PEM: for a server that looks among them for what is to stand behind its own certificate. */
  get authorities(): string {
    return `${this.root}${this.#issuing}`;
  }

  /** A server's certificate, for its host name. */
  forServer(hostname: string): CertificateAndKey {
    return this.#forEnd(hostname, serverAuth, der.tagged(2, Buffer.from(hostname)));
  }

  /** A user's, by which a client logs in (EXTERNAL): the common name is theirs, and the address where they have one. */
  forUser(name: string): CertificateAndKey {
    return this.#forEnd(name, clientAuth, ...(name.includes('@') ? [der.tagged(1, Buffer.from(name))] : []));
  }

  /** The same of an authority that calls itself the same, and that no server knows. */
  forgedFor(name: string): CertificateAndKey {
    return new CertificateAuthority().forUser(name);
  }

  #forEnd(commonName: string, purpose: string, ...alternativeNames: readonly Buffer[]): CertificateAndKey {
    const { publicKey, privateKey } = newKeys();
    const certificate = issue(this.#issuer, nameOf(commonName), publicKey, [
      // digitalSignature
      extension('2.5.29.15', der.bits(Buffer.from([0x80]), 7), 'critical'),
      extension('2.5.29.37', der.sequence(der.oid(purpose))),
      ...(alternativeNames.length > 0 ? [extension('2.5.29.17', der.sequence(...alternativeNames))] : []),
    ]);
    return {
      cert: `${certificate}${this.#issuing}`,
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    };
  }
}

const serverAuth = '1.3.6.1.5.5.7.3.1';
const clientAuth = '1.3.6.1.5.5.7.3.2';

interface Issuer {
  readonly name: Buffer;
  readonly privateKey: KeyObject;
}

function selfSigned(commonName: string): { readonly issuer: Issuer; readonly certificate: string } {
  const { publicKey, privateKey } = newKeys();
  const issuer = { name: nameOf(commonName), privateKey };
  return { issuer, certificate: issue(issuer, issuer.name, publicKey, authorityExtensions(1)) };
}

function newKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

/** RFC 5280 section 4.1. */
function issue(issuer: Issuer, subject: Buffer, key: KeyObject, extensions: readonly Buffer[]): string {
  const now = new Date();
  const keyBytes = key.export({ type: 'spki', format: 'der' });
  const toSign = der.sequence(
    der.tagged(0, der.integer(Buffer.from([2])), 'whole'),
    der.integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    signatureAlgorithm,
    issuer.name,
    // Clocks of engines elsewhere may be behind; a server that was kept is looked at later.
    der.sequence(der.time(daysFrom(now, -1)), der.time(daysFrom(now, 90))),
    subject,
    keyBytes,
    der.tagged(
      3,
      der.sequence(
        ...extensions,
        extension('2.5.29.14', der.octets(keyIdentifier(keyBytes))),
        extension('2.5.29.35', der.sequence(der.tagged(0, keyIdentifier(publicOf(issuer))))),
      ),
      'whole',
    ),
  );
  const whole = der.sequence(toSign, signatureAlgorithm, der.bits(sign('sha256', toSign, issuer.privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function daysFrom(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000);
}

/** ecdsa-with-SHA256, RFC 5758 section 3.2. */
const signatureAlgorithm = der.sequence(der.oid('1.2.840.10045.4.3.2'));

function nameOf(commonName: string): Buffer {
  return der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.utf8(commonName))));
}

/** Of who issues others, and so many levels of authorities below it at most. */
function authorityExtensions(levelsBelow: number): readonly Buffer[] {
  return [
    extension('2.5.29.19', der.sequence(der.boolean(true), der.integer(Buffer.from([levelsBelow]))), 'critical'),
    // keyCertSign, cRLSign
    extension('2.5.29.15', der.bits(Buffer.from([0x06]), 1), 'critical'),
  ];
}

function extension(oid: string, value: Buffer, critical?: 'critical'): Buffer {
  return der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octets(value));
}

function publicOf({ privateKey }: Issuer): Buffer {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
}

/** RFC 5280 section 4.2.1.2 leaves it open of what it is made; of the whole key information, it is as unique. */
function keyIdentifier(keyBytes: Buffer): Buffer {
  return createHash('sha1').update(keyBytes).digest();
}
