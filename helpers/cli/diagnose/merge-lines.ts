import { wholeLines } from '../../diagnosis/log/whole-lines';

/** The lines of several logs that grow, as they come, none torn apart. Ends when all of them have ended. */
export async function* mergedLines(logs: readonly AsyncIterable<Uint8Array>[]): AsyncGenerator<Uint8Array> {
  const readers = logs.map((log) => wholeLines(log));
  const next = (reader: (typeof readers)[number]) => reader.next().then((result) => ({ reader, result }));
  const waiting = new Map(readers.map((reader) => [reader, next(reader)]));
  while (waiting.size > 0) {
    const { reader, result } = await Promise.race(waiting.values());
    if (result.done) waiting.delete(reader);
    else {
      yield result.value.bytes;
      waiting.set(reader, next(reader));
    }
  }
}
