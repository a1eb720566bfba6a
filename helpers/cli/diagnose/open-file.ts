import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type BegunInput, beginReading, type Reading } from '../../diagnosis/inputs/begin-reading';
import { unpacked } from './unpack';

/** Opens a file, or standard input by the name `-`. What can't be read shows as trouble, and is never thrown. */
export async function openFile(path: string, stdin: Readable): Promise<BegunInput> {
  if (path === '-') return openStream('standard input', stdin);
  const opened = await openStream(path, createReadStream(path));
  if (!(await isRegular(path))) return opened;
  // Many logs may be given: each is closed until its turn comes.
  const again = reading(() => inPieces(path));
  await opened.close();
  return { ...opened, chunks: again.chunks, trouble: () => opened.trouble() ?? again.trouble() };
}

/** The same for any stream of bytes. */
export function openStream(name: string, raw: AsyncIterable<Uint8Array>): ReturnType<typeof beginReading> {
  return beginReading(
    name,
    reading(() => raw),
  );
}

const chunkBytes = 1024 * 1024;

function reading(open: () => AsyncIterable<Uint8Array>): Reading {
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
