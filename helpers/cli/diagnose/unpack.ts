import { Readable } from 'node:stream';
import { unpack } from '../../diagnosis/inputs/unpack';

/** Unpacks gzip, and turns UTF-16 into UTF-8. Anything else comes out as it goes in. */
export function unpacked(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined, undefined> {
  return unpack(raw, gunzip);
}

async function* gunzip(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Loaded only for gzip.
  const { createGunzip } = require('node:zlib') as typeof import('node:zlib');
  const packed = Readable.from(kept(content));
  const unzip = createGunzip({ chunkSize: chunkBytes });
  packed.on('error', (error) => unzip.destroy(error));
  yield* packed.pipe(unzip);
}

/** Copies of the chunks, to be buffered: each is there only until the next one is asked for. */
async function* kept(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Uint8Array.from(chunk);
}

const chunkBytes = 1024 * 1024;
