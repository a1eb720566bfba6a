/** What unpacks gzip where this runs. */
export type Gunzip = (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** Unpacks gzip, and turns UTF-16, as PowerShell writes it, into UTF-8. Anything else comes out as it goes in. */
export async function* unpack(
  raw: AsyncIterable<Uint8Array>,
  gunzip: Gunzip,
): AsyncGenerator<Uint8Array, undefined, undefined> {
  const iterator = raw[Symbol.asyncIterator]();
  const { value: first, done } = await iterator.next();
  if (done) return;
  async function* whole() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const encoding = utf16(first);
  if (first[0] === 0x1f && first[1] === 0x8b) {
    yield* gunzip(whole());
  } else if (encoding !== undefined) {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of whole()) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  } else {
    yield* whole();
  }
}

/** By its byte order mark. */
function utf16([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
