import { readLog } from '../../../helpers/diagnosis/log/read-log';
import { TextSearch } from '../../../helpers/diagnosis/log/text-search';

async function read(chunks: readonly (string | Uint8Array)[]) {
  const found: (readonly [number, string])[] = [];
  let lines = 0;
  let cutLines = 0;
  const source = { name: 'l', chunks: chunks.map((chunk) => Buffer.from(chunk as string)), format: 'lines' } as const;
  await readLog(source, new TextSearch(['wanted', 'longer than that']), {
    onLine: (piece, line) => {
      const text = piece.bytes.toString('utf8', piece.startOf(line), piece.endOf(line));
      found.push([lines + line + 1, text]);
    },
    onEntry: () => undefined,
    onEnd: (progress) => {
      lines += progress.lines;
      cutLines += progress.cut;
    },
  });
  return { found, lines, cutLines };
}

test('lines are whole wherever the chunks end, and the last needs no line feed', async () => {
  const text = 'one\r\ntwo wanted\r\nthree\nfour WANTED';

  for (let at = 0; at <= text.length; at++) {
    expect(await read([text.slice(0, at), text.slice(at)])).toEqual({
      found: [
        [2, 'two wanted'],
        [4, 'four WANTED'],
      ],
      lines: 4,
      cutLines: 0,
    });
  }
});

test('a text does not reach over a line end, and a line with two is one', async () => {
  const { found } = await read(['wan\nted\nit is wanted, and is wanted\nlonger than tha\nlonger than that']);

  expect(found).toEqual([
    [3, 'it is wanted, and is wanted'],
    [5, 'longer than that'],
  ]);
});

test('lines are counted right, however many are passed over', async () => {
  for (let lines = 0; lines < 40; lines++) {
    expect(await read([`${'xy\n'.repeat(lines)}wanted\n${'\n'.repeat(lines)}`])).toEqual({
      found: [[lines + 1, 'wanted']],
      lines: 2 * lines + 1,
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
