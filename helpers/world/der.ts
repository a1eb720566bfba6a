/** DER (X.690), as much of it as certificates are made of. */
export const der = {
  boolean: (value: boolean) => element(0x01, Buffer.from([value ? 0xff : 0])),
  /** Of the bytes of a positive number, the first of which is not zero. */
  integer: (bytes: Buffer) => element(0x02, ...((bytes[0] ?? 0) < 0x80 ? [bytes] : [Buffer.alloc(1), bytes])),
  /** A string of whole bytes. */
  bits: (bytes: Buffer, unused = 0) => element(0x03, Buffer.from([unused]), bytes),
  octets: (bytes: Buffer) => element(0x04, bytes),
  oid: (dotted: string) => element(0x06, oidBytes(dotted)),
  utf8: (text: string) => element(0x0c, Buffer.from(text)),
  sequence: (...parts: readonly Buffer[]) => element(0x30, ...parts),
  set: (...parts: readonly Buffer[]) => element(0x31, ...parts),
  time,
  /** In a context of its own: `[number]`, of simple bytes or of whole elements. */
  tagged: (number: number, bytes: Buffer, kind: 'simple' | 'whole' = 'simple') =>
    element((kind === 'whole' ? 0xa0 : 0x80) + number, bytes),
} as const;

function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(content.length)]), content]);
}

/** Section 8.1.3: the length itself below 128, else how many bytes it has, and it. */
function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function oidBytes(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return Buffer.from([first * 40 + second, ...rest.flatMap(base128)]);
}

function base128(arc: number): readonly number[] {
  const more = (value: number): readonly number[] =>
    value === 0 ? [] : [...more(Math.floor(value / 128)), 0x80 | (value % 128)];
  return [...more(Math.floor(arc / 128)), arc % 128];
}

/** RFC 5280 section 4.1.2.5: with two digits for the year until 2049. */
function time(date: Date): Buffer {
  const digits = `${date.toISOString().replaceAll(/[-T:]|\.\d+Z/g, '')}Z`;
  return date.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(digits.slice(2)))
    : element(0x18, Buffer.from(digits));
}
