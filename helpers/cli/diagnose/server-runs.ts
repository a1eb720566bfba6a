/**
 * Splits a log that is being written at each start of the server, of Postfix or of Dovecot, and at each time that it reads its
 * configuration anew. What is given for one run has to be read to its end before the next is asked for.
 */
export async function* serverRuns(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<AsyncIterable<Uint8Array>> {
  const pieces = splitAtStarts(chunks);
  let next = await pieces.next();
  while (!next.done) yield run();

  async function* run(): AsyncGenerator<Uint8Array> {
    while (!next.done) {
      yield next.value.bytes;
      next = await pieces.next();
      if (!next.done && next.value.isStart) return;
    }
  }
}

interface Part {
  readonly bytes: Uint8Array;
  /** Whether its first line is of a start. */
  readonly isStart: boolean;
}

async function* splitAtStarts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.length > longestLine ? bytes.length : bytes.lastIndexOf('\n') + 1;
    rest = bytes.subarray(end);
    yield* partsOf(bytes.subarray(0, end));
  }
  if (rest.length > 0) yield { bytes: rest, isStart: false };
}

// postfix/master[275]: daemon started -- version 3.7.11, configuration /etc/postfix
// postfix/master[275]: reload -- version 3.7.11, configuration /etc/postfix
// dovecot: master: Dovecot v2.3.19.1 (9b53102964) starting up for imap
const start = /^.*(?:\]: (?:daemon started|reload) -- version |\bDovecot v\d\S* .*starting up\b)/gm;

const longestLine = 1024 * 1024;

function* partsOf(lines: Buffer): Generator<Part> {
  const starts = [...lines.toString('latin1').matchAll(start)].map(({ index }) => index);
  const before = lines.subarray(0, starts[0]);
  if (before.length > 0) yield { bytes: before, isStart: false };
  for (const [number, from] of starts.entries()) {
    yield { bytes: lines.subarray(from, starts[number + 1]), isStart: true };
  }
}
