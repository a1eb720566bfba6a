import { type ContentKind, contentKind } from '../content-kind';

/** Something to read of which the beginning has been read, to know what it is. */
export interface BegunInput {
  readonly name: string;
  readonly kind: ContentKind;
  readonly beginning: string;
  /** Whether that is all. */
  readonly isWhole: boolean;
  /**
   * Its whole content as UTF-8 and unpacked, the beginning included; can be read once. A chunk is there until the next one
   * is asked for.
   */
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Why reading stopped before the end; undefined while it didn't. */
  readonly trouble: () => string | undefined;
}

/** The content of something, unpacked, and what went wrong with reading it. */
export interface Reading {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly trouble: () => string | undefined;
}

/** Reads as much of it as shows what it is. */
export async function beginReading(
  name: string,
  { chunks, trouble }: Reading,
): Promise<BegunInput & { readonly close: () => Promise<unknown> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  while (length < beginningBytes) {
    const { value, done } = await iterator.next();
    isWhole = done === true;
    if (done) break;
    begun.push(Uint8Array.from(value));
    length += value.length;
  }
  const beginning = Buffer.concat(begun).subarray(0, beginningBytes).toString('utf8');
  async function* whole() {
    yield* begun;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const close = async () => iterator.return?.(undefined);
  return { name, kind: contentKind(beginning), beginning, isWhole, chunks: whole(), trouble, close };
}

const beginningBytes = 64 * 1024;
