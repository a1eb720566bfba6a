import { type HitLine, readLog } from '../../../helpers/diagnosis/log/read-log';

async function read(chunks: readonly (string | Uint8Array)[], literals = ['wanted']) {
  const hits: HitLine[] = [];
  let lines = 0;
  let cutLines = 0;
  const source = { name: 'l', chunks: chunks.map((chunk) => Buffer.from(chunk as string)), format: 'lines' } as const;
  await readLog(source, literals, false, {
    onHit: (hit) => hits.push(hit),
    onProgress: (progress) => {
      lines += progress.lines;
      cutLines += progress.cut;
    },
  });
  return { found: hits.map(({ line, text }) => [line, text]), lines, cutLines };
}

test('lines are whole wherever the chunks end, and the last needs no line feed', async () => {
  const text = 'one\r\ntwo wanted\r\nthree\nfour wanted';

  for (let at = 0; at <= text.length; at++) {
    expect(await read([text.slice(0, at), text.slice(at)])).toEqual({
      found: [
        [2, 'two wanted'],
        [4, 'four wanted'],
      ],
      lines: 4,
      cutLines: 0,
    });
  }
});

test('a line of 20 MB without an end needs no memory, and what follows it is read', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');

  const { found, lines, cutLines } = await read([...Array.from({ length: 20 }, () => chunk), '\nwanted\n']);

  expect({ found, lines, cutLines }).toEqual({ found: [[2, 'wanted']], lines: 2, cutLines: 1 });
});

test('bytes that are no UTF-8 do no harm', async () => {
  const { found } = await read([Buffer.from([0x67, 0xfc, 0x6e, 0x74, 0x20]), 'wanted\n']);

  expect(found).toEqual([[1, 'g\ufffdnt wanted']]);
});

test('nothing has no lines', async () => {
  expect(await read([])).toEqual({ found: [], lines: 0, cutLines: 0 });
});
