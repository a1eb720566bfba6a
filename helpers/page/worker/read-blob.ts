import type { Reading } from '../../diagnosis/inputs/begin-reading';
import { unpack } from '../../diagnosis/inputs/unpack';

/**
 * Reads a file or pasted text piece by piece, so that memory does not grow with it. What can't be read shows as trouble, and
 * is never thrown.
 */
export function readBlob(blob: Blob, stop: AbortSignal, onRead: (bytes: number) => void): Reading {
  let trouble: string | undefined;
  let read = 0;
  async function* chunks(): AsyncGenerator<Uint8Array, undefined, undefined> {
    try {
      yield* unpack(pieces(), gunzip);
    } catch (error) {
      trouble = stop.aborted ? undefined : inWords(error);
    }
    if (stop.aborted && read < blob.size) trouble = stopped(read, blob.size);
  }
  async function* pieces(): AsyncGenerator<Uint8Array> {
    while (read < blob.size && !stop.aborted) {
      const piece = new Uint8Array(await blob.slice(read, read + pieceBytes).arrayBuffer());
      read += piece.length;
      onRead(piece.length);
      yield piece;
    }
  }
  return { chunks: chunks(), trouble: () => trouble };
}

const pieceBytes = 1024 * 1024;

async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = packed[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function stopped(read: number, size: number): string {
  return `stopped: ${Math.round((read / size) * 100)} % of it were read`;
}

function inWords(error: unknown): string {
  const { name, message } = error as Error;
  if (name === 'TypeError') return 'the gzip file is damaged or breaks off; what came before was read';
  // What a browser says of a folder, and of a file that has been changed or taken away since it was chosen.
  if (name === 'NotFoundError' || name === 'NotReadableError') {
    return 'it can not be read: if it is a folder, choose the files in it; if the file has changed, choose it again';
  }
  return message;
}
