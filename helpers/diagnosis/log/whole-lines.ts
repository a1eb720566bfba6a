/** Bytes that end with a line feed, in which no line is longer than the limit. */
export interface WholeLines {
  readonly bytes: Uint8Array;
  /** Lines in it whose end is missing because it was too long. */
  readonly cut: number;
}

/** Longer lines are no log lines; what comes after is dropped, so that a file without line feeds needs no memory. */
export const longestLine = 64 * 1024;

/** Cuts chunks at line ends; only what is left of the last line is kept for the next chunk. */
export async function* wholeLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<WholeLines> {
  let begun: Uint8Array[] = [];
  let begunLength = 0;
  const keep = (bytes: Uint8Array) => {
    const kept = bytes.subarray(0, Math.max(longestLine - begunLength, 0));
    if (kept.length > 0) begun.push(Uint8Array.from(kept));
    begunLength += bytes.length;
  };
  const finish = (): WholeLines => {
    const lines = { bytes: Buffer.concat([...begun, lineFeed]), cut: begunLength > longestLine ? 1 : 0 };
    begun = [];
    begunLength = 0;
    return lines;
  };

  for await (const chunk of chunks) {
    let rest = chunk;
    if (begunLength > 0) {
      const end = rest.indexOf(10);
      keep(end < 0 ? rest : rest.subarray(0, end));
      if (end < 0) continue;
      yield finish();
      rest = rest.subarray(end + 1);
    }
    const end = rest.lastIndexOf(10) + 1;
    if (end > 0) yield { bytes: rest.subarray(0, end), cut: 0 };
    keep(rest.subarray(end));
  }
  if (begunLength > 0) yield finish();
}

const lineFeed = Uint8Array.of(10);
