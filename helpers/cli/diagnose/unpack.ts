import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Unpacks gzip, and turns UTF-16, as PowerShell writes it, into UTF-8. Anything else comes out as it goes in. */
export async function* unpacked(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined, undefined> {
  const iterator = raw[Symbol.asyncIterator]();
  const { value: first, done } = await iterator.next();
  if (done) return;
  async function* whole() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const encoding = utf16(first);
  if (first[0] === 0x1f && first[1] === 0x8b) {
    const packed = Readable.from(kept(whole()));
    const gunzip = createGunzip({ chunkSize: chunkBytes });
    packed.on('error', (error) => gunzip.destroy(error));
    yield* packed.pipe(gunzip);
  } else if (encoding !== undefined) {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of whole()) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  } else {
    yield* whole();
  }
}

/** Copies of the chunks, to be buffered: each is there only until the next one is asked for. */
async function* kept(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Uint8Array.from(chunk);
}

const chunkBytes = 1024 * 1024;

/** By its byte order mark. */
function utf16([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
