import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type ContentKind, contentKind } from '../../diagnosis/content-kind';
import { unpacked } from './unpack';

/** A file of which the beginning has been read, to know what it is. */
export interface OpenedFile {
  readonly name: string;
  readonly kind: ContentKind;
  readonly beginning: string;
  /**
   * Its whole content as UTF-8 and unpacked, the beginning included; can be read once. A chunk is there until the next one
   * is asked for.
   */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Why reading stopped before the end; undefined while it didn't. */
  readonly trouble: () => string | undefined;
}

/** Opens a file, or standard input by the name `-`. What can't be read shows as trouble, and is never thrown. */
export async function openFile(path: string, stdin: Readable): Promise<OpenedFile> {
  if (path === '-') return openStream('standard input', stdin);
  const opened = await openStream(path, createReadStream(path));
  if (!(await isRegular(path))) return opened;
  // Many logs may be given: each is closed until its turn comes.
  const again = reading(() => inPieces(path));
  await opened.close();
  return { ...opened, chunks: again.chunks, trouble: () => opened.trouble() ?? again.trouble() };
}

/** The same for any stream of bytes. */
export async function openStream(
  name: string,
  raw: AsyncIterable<Uint8Array>,
): Promise<OpenedFile & { readonly close: () => Promise<unknown> }> {
  const { chunks, trouble } = reading(() => raw);
  const iterator = chunks[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let length = 0;
  while (length < beginningBytes) {
    const { value, done } = await iterator.next();
    if (done) break;
    begun.push(value);
    length += value.length;
  }
  const beginning = Buffer.concat(begun).subarray(0, beginningBytes).toString('utf8');
  async function* whole() {
    yield* begun;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const close = async () => iterator.return?.(undefined);
  return { name, kind: contentKind(beginning), beginning, chunks: whole(), trouble, close };
}

const chunkBytes = 1024 * 1024;
const beginningBytes = 64 * 1024;

function reading(open: () => AsyncIterable<Uint8Array>) {
  let trouble: string | undefined;
  async function* chunks(): AsyncGenerator<Uint8Array, undefined, undefined> {
    try {
      yield* unpacked(open());
    } catch (error) {
      trouble = inWords(error as NodeJS.ErrnoException);
    }
  }
  return { chunks: chunks(), trouble: () => trouble };
}

/** The bytes of a file, always in the same memory: a log of gigabytes needs no more of it than a short one. */
async function* inPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function isRegular(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Opening it has failed too, and said why.
    return false;
  }
}

function inWords({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
      return 'permission denied';
    case 'Z_BUF_ERROR':
      return 'the gzip file breaks off; what came before was read';
    case 'Z_DATA_ERROR':
      return `the gzip file is damaged (${message}); what came before was read`;
    default:
      return message;
  }
}
