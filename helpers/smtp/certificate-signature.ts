/** How a certificate is signed: its hash function as Node names it (`sha256`), `undefined` where that is part of the scheme. */
export interface CertificateSignature {
  /** The object identifier, such as `1.2.840.113549.1.1.11`. */
  readonly algorithm: string;
  /** In words, such as `sha256WithRSAEncryption`; the identifier where it is none of the usual. */
  readonly words: string;
  readonly hash: string | undefined;
}

/** Reads how a certificate (DER) is signed, RFC 5280 section 4.1.1.2, which Node 20 does not tell. */
export function certificateSignature(certificate: Buffer): CertificateSignature {
  const whole = element(certificate, 0);
  const signed = element(certificate, whole.from);
  const algorithm = element(certificate, signed.to);
  const identifier = element(certificate, algorithm.from);
  const name = objectIdentifier(certificate.subarray(identifier.from, identifier.to));
  const [words, hash] = usual[name] ?? [name, undefined];
  return { algorithm: name, words, hash };
}

const usual: Readonly<Record<string, readonly [words: string, hash: string | undefined]>> = {
  '1.2.840.113549.1.1.4': ['md5WithRSAEncryption', 'md5'],
  '1.2.840.113549.1.1.5': ['sha1WithRSAEncryption', 'sha1'],
  '1.2.840.113549.1.1.11': ['sha256WithRSAEncryption', 'sha256'],
  '1.2.840.113549.1.1.12': ['sha384WithRSAEncryption', 'sha384'],
  '1.2.840.113549.1.1.13': ['sha512WithRSAEncryption', 'sha512'],
  '1.2.840.10045.4.1': ['ecdsa-with-SHA1', 'sha1'],
  '1.2.840.10045.4.3.2': ['ecdsa-with-SHA256', 'sha256'],
  '1.2.840.10045.4.3.3': ['ecdsa-with-SHA384', 'sha384'],
  '1.2.840.10045.4.3.4': ['ecdsa-with-SHA512', 'sha512'],
  '1.3.101.112': ['Ed25519', undefined],
  '1.3.101.113': ['Ed448', undefined],
};

/** Where the content of a DER element begins and ends. */
function element(der: Buffer, at: number): { readonly from: number; readonly to: number } {
  const first = der[at + 1] ?? 0;
  if (first < 0x80) return { from: at + 2, to: at + 2 + first };
  const from = at + 2 + (first & 0x7f);
  return { from, to: from + der.readUIntBE(at + 2, first & 0x7f) };
}

function objectIdentifier(content: Buffer): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    // The first two arcs share a number.
    if (arcs.length === 0) arcs.push(Math.min(Math.floor(arc / 40), 2), arc - 40 * Math.min(Math.floor(arc / 40), 2));
    else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}
