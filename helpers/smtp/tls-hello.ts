/** The first message of a TLS client, RFC 5246 section 7.4.1.2, as much of it as decides what a server picks. */
export interface ClientHello {
  /** The highest version that is offered, and the lowest. */
  readonly versions: readonly TlsVersion[];
  /** Cipher suites by their numbers in the registry of IANA. */
  readonly ciphers: readonly number[];
  /** The server's name (RFC 6066 section 3). */
  readonly serverName?: string | undefined;
}

/** What a server says to it. */
export type HelloAnswer =
  | {
      readonly kind: 'hello';
      readonly version: TlsVersion | undefined;
      readonly cipher: number;
      /** Whether it answers renegotiation_info (RFC 5746). */
      readonly secureRenegotiation: boolean;
      /** The certificates that came with it, in DER; before TLS 1.3 alone they can be seen. */
      readonly certificates: readonly Buffer[];
    }
  /** The number of an alert, such as 40 (handshake_failure) and 70 (protocol_version). */
  | { readonly kind: 'alert'; readonly description: number };

/** From the number on the wire to the name. */
export const tlsVersions = {
  'SSL 3.0': 0x0300,
  'TLS 1.0': 0x0301,
  'TLS 1.1': 0x0302,
  'TLS 1.2': 0x0303,
  'TLS 1.3': 0x0304,
} as const;

/** A version by its name. */
export type TlsVersion = keyof typeof tlsVersions;

/**
 * The bytes of the message, in a record. OpenSSL of today can offer neither SSL 3.0 nor RC4: to learn whether a server takes
 * them, the question is written here, and the handshake is not finished.
 */
export function encodeClientHello({ versions, ciphers, serverName }: ClientHello): Buffer {
  const numbers = versions.map((version) => tlsVersions[version]);
  // TLS 1.3 calls itself 1.2, and says the rest in an extension (RFC 8446 section 4.1.2).
  const legacy = Math.min(Math.max(...numbers), tlsVersions['TLS 1.2']);
  const random = Buffer.alloc(32, 0x5a);
  const extensions = legacy === tlsVersions['SSL 3.0'] ? [] : extensionsOf(numbers, serverName);
  const body = Buffer.concat([
    u16(legacy),
    random,
    vector(1, Buffer.alloc(0)),
    vector(2, Buffer.concat(ciphers.map(u16))),
    vector(1, Buffer.from([0])),
    ...(extensions.length > 0 ? [vector(2, Buffer.concat(extensions))] : []),
  ]);
  const message = Buffer.concat([Buffer.from([1]), vector(3, body)]);
  return Buffer.concat([Buffer.from([22]), u16(Math.min(legacy, tlsVersions['TLS 1.0'])), vector(2, message)]);
}

function extensionsOf(versions: readonly number[], serverName: string | undefined): readonly Buffer[] {
  const extension = (type: number, data: Buffer) => Buffer.concat([u16(type), vector(2, data)]);
  const groups = [0x001d, 0x0017, 0x0018, 0x0019];
  const signatures = [0x0804, 0x0805, 0x0806, 0x0403, 0x0503, 0x0603, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201];
  return [
    ...(serverName === undefined
      ? []
      : [extension(0, vector(2, Buffer.concat([Buffer.from([0]), vector(2, Buffer.from(serverName))])))]),
    extension(10, vector(2, Buffer.concat(groups.map(u16)))),
    extension(11, vector(1, Buffer.from([0]))),
    extension(13, vector(2, Buffer.concat(signatures.map(u16)))),
    extension(0xff01, vector(1, Buffer.alloc(0))),
    ...(versions.includes(tlsVersions['TLS 1.3'])
      ? [
          extension(43, vector(1, Buffer.concat(versions.map(u16)))),
          // A share that is a point of X25519: any 32 octets are.
          extension(51, vector(2, Buffer.concat([u16(0x001d), vector(2, Buffer.alloc(32, 9))]))),
        ]
      : []),
  ];
}

/** Reads the answer; undefined where there is not enough of it yet. Throws for what is no TLS. */
export function parseHelloAnswer(bytes: Buffer, ended = false): HelloAnswer | undefined {
  const { handshake, alert } = recordsOf(bytes);
  const [hello, ...others] = messagesOf(handshake);
  if (hello?.type === 2) {
    const { version, cipher, secureRenegotiation } = parseServerHello(hello.body);
    const certificate = others.find(({ type }) => type === 11);
    const isWhole = version === 'TLS 1.3' || others.some(({ type }) => type === 14) || alert !== undefined || ended;
    // The certificate may yet come; an anonymous cipher has none.
    if (!isWhole && !certificate) return undefined;
    const certificates = version !== 'TLS 1.3' && certificate ? parseCertificates(certificate.body) : [];
    return { kind: 'hello', version, cipher, secureRenegotiation, certificates };
  }
  return alert === undefined ? undefined : { kind: 'alert', description: alert };
}

function recordsOf(bytes: Buffer): { readonly handshake: Buffer; readonly alert: number | undefined } {
  const parts: Buffer[] = [];
  let alert: number | undefined;
  for (let at = 0; at + 5 <= bytes.length; ) {
    const [type, length] = [bytes[at], bytes.readUInt16BE(at + 3)];
    if ((type !== 22 && type !== 21 && type !== 20 && type !== 23) || bytes[at + 1] !== 3)
      throw new TypeError(`no TLS: ${JSON.stringify(bytes.subarray(0, 60).toString('latin1'))}`);
    if (at + 5 + length > bytes.length) break;
    const content = bytes.subarray(at + 5, at + 5 + length);
    if (type === 22) parts.push(content);
    if (type === 21) alert ??= content[1];
    at += 5 + length;
  }
  return { handshake: Buffer.concat(parts), alert };
}

function messagesOf(handshake: Buffer): readonly { readonly type: number; readonly body: Buffer }[] {
  const messages = [];
  for (let at = 0; at + 4 <= handshake.length; ) {
    const length = handshake.readUIntBE(at + 1, 3);
    if (at + 4 + length > handshake.length) break;
    messages.push({ type: handshake[at] ?? 0, body: handshake.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return messages;
}

function parseServerHello(body: Buffer) {
  const session = body[34] ?? 0;
  const cipher = body.readUInt16BE(35 + session);
  let version = body.readUInt16BE(0);
  let secureRenegotiation = false;
  for (let at = 40 + session; at + 4 <= body.length; at += 4 + body.readUInt16BE(at + 2)) {
    const type = body.readUInt16BE(at);
    if (type === 43) version = body.readUInt16BE(at + 4);
    if (type === 0xff01) secureRenegotiation = true;
  }
  const name = (Object.keys(tlsVersions) as TlsVersion[]).find((one) => tlsVersions[one] === version);
  return { version: name, cipher, secureRenegotiation };
}

function parseCertificates(body: Buffer): readonly Buffer[] {
  const certificates = [];
  for (let at = 3; at + 3 <= body.length; ) {
    const length = body.readUIntBE(at, 3);
    certificates.push(body.subarray(at + 3, at + 3 + length));
    at += 3 + length;
  }
  return certificates;
}

function u16(number: number): Buffer {
  return Buffer.from([number >> 8, number & 0xff]);
}

/** Content behind its length, which takes so many octets. */
function vector(lengthOctets: number, content: Buffer): Buffer {
  const length = Buffer.alloc(lengthOctets);
  length.writeUIntBE(content.length, 0, lengthOctets);
  return Buffer.concat([length, content]);
}
