import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/**
 * What the peer's certificate is: subject, issuer, names, key, signature; `CN=mail.example.test, issued by itself, for
 * DNS:mail.example.test, RSA 2048, signed with sha256WithRSAEncryption`. Its times and serial number, which change with every
 * image that makes one as it starts, are not there. Undefined without TLS.
 */
export function certificateInWords(socket: Socket): string | undefined {
  // getPeerX509Certificate() would take it away: with Node 20.20.2 whoever asks after that is told that there is none.
  const raw = socket instanceof TLSSocket ? (socket.getPeerCertificate().raw as Buffer | undefined) : undefined;
  if (raw === undefined) return undefined;
  try {
    return inWords(new X509Certificate(raw)).slice(0, mostLetters);
  } catch (error) {
    // Such as a key of a kind that this OpenSSL doesn't know: the session goes on all the same.
    return `one that can not be read: ${(error as Error).message}`;
  }
}

/** Names may be of any length. */
const mostLetters = 1000;

function inWords(certificate: X509Certificate): string {
  const { subject, issuer, subjectAltName, publicKey } = certificate;
  return [
    oneLine(subject) || 'no subject',
    `issued by ${issuer === subject ? 'itself' : oneLine(issuer)}`,
    ...(subjectAltName ? [`for ${subjectAltName}`] : []),
    keyInWords(publicKey),
    `signed with ${signatureOf(certificate)}`,
  ].join(', ');
}

/** Node has an attribute a line. */
function oneLine(name: string | undefined): string {
  return (name ?? '').replaceAll('\n', ' ');
}

function keyInWords({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string {
  return [(type ?? 'unknown key').toUpperCase(), details?.namedCurve ?? details?.modulusLength]
    .filter(Boolean)
    .join(' ');
}

/** Node 20 doesn't say: RFC 5280 section 4.1 has it behind the part that is signed. */
function signatureOf({ raw }: X509Certificate): string {
  const certificate = content(raw, 0);
  const algorithm = content(raw, content(raw, certificate.start).end);
  const oid = content(raw, algorithm.start);
  const hex = raw.subarray(oid.start, oid.end).toString('hex');
  return signatures[hex] ?? `an algorithm with the OID ${hex}`;
}

/** By the content of their object identifiers: RFC 8017 appendix A.2, RFC 5758 section 3.2, RFC 8410 section 3. */
const signatures: Readonly<Record<string, string>> = {
  '2a864886f70d010104': 'md5WithRSAEncryption',
  '2a864886f70d010105': 'sha1WithRSAEncryption',
  '2a864886f70d01010a': 'rsassaPss',
  '2a864886f70d01010b': 'sha256WithRSAEncryption',
  '2a864886f70d01010c': 'sha384WithRSAEncryption',
  '2a864886f70d01010d': 'sha512WithRSAEncryption',
  '2a8648ce3d0401': 'ecdsa-with-SHA1',
  '2a8648ce3d040302': 'ecdsa-with-SHA256',
  '2a8648ce3d040303': 'ecdsa-with-SHA384',
  '2a8648ce3d040304': 'ecdsa-with-SHA512',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
};

/** Where the content of a DER value is, X.690 section 8.1.3. */
function content(der: Buffer, at: number): { readonly start: number; readonly end: number } {
  const first = der[at + 1] ?? 0;
  const more = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + more;
  return { start, end: start + (more === 0 ? first : der.readUIntBE(at + 2, more)) };
}
