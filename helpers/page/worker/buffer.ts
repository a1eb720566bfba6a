/**
 * What the diagnosis uses of Node's Buffer, by what a browser has: it stands for it in the page (see build-page.ts), so that
 * the same code runs there as on the command line.
 */
class Bytes extends Uint8Array {
  override toString(encoding: 'utf8' | 'latin1' | 'base64' = 'utf8', start = 0, end = this.length): string {
    const part = this.subarray(start, end);
    if (encoding === 'utf8') return utf8.decode(part);
    return encoding === 'base64' ? btoa(latin1(part)) : latin1(part);
  }

  /** Writes one byte for each character, as `latin1` has them; returns how many. */
  write(text: string, _encoding: 'latin1'): number {
    const length = Math.min(text.length, this.length);
    for (let index = 0; index < length; index++) this[index] = text.charCodeAt(index);
    return length;
  }
}

/** In place of `Buffer`. */
export const Buffer = {
  from(content: string | ArrayBufferLike | Iterable<number>, how?: 'latin1' | number, length?: number): Bytes {
    if (content instanceof ArrayBuffer) return new Bytes(content, how as number, length);
    if (typeof content !== 'string') return new Bytes(content as Iterable<number>);
    return how === 'latin1' ? bytesOfLatin1(content) : sameBytes(encoder.encode(content));
  },

  alloc(length: number): Bytes {
    return new Bytes(length);
  },

  concat(parts: readonly Uint8Array[]): Bytes {
    const whole = new Bytes(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  },
};

const encoder = new TextEncoder();
/** Node keeps the mark of byte order too. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function sameBytes({ buffer, byteOffset, byteLength }: Uint8Array): Bytes {
  return new Bytes(buffer as ArrayBuffer, byteOffset, byteLength);
}

function bytesOfLatin1(text: string): Bytes {
  const bytes = new Bytes(text.length);
  bytes.write(text, 'latin1');
  return bytes;
}

/** Not by TextDecoder: to a browser latin1 is windows-1252. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += mostArguments) {
    text += String.fromCharCode(...bytes.subarray(at, at + mostArguments));
  }
  return text;
}

const mostArguments = 8192;
