import { LiteralScanner } from '../../../helpers/diagnosis/log/literal-scanner';

function scan(literals: readonly string[], text: string, everyLine = false) {
  const found: unknown[] = [];
  new LiteralScanner(literals, everyLine).scan(Buffer.from(text), 1, (bytes, start, end, line, hits) => {
    found.push([line, Buffer.from(bytes).toString('utf8', start, end), [...hits]]);
  });
  return found;
}

test('reports the lines that have a text, whatever its case', () => {
  expect(scan(['abc', 'bcd'], 'xyz\nxABCDx\n\nbcd\n')).toEqual([
    [2, 'xABCDx', [0, 1]],
    [4, 'bcd', [1]],
  ]);
});

test('finds texts inside texts, and behind a false start', () => {
  expect(scan(['abcde', 'bc', 'cab'], 'abcab\nababcde\n')).toEqual([
    [1, 'abcab', [1, 2]],
    [2, 'ababcde', [1, 0]],
  ]);
});

test('a text does not reach over a line end', () => {
  expect(scan(['abcd'], 'ab\ncd\n')).toEqual([]);
});

test('reports every line where that is wanted', () => {
  expect(scan(['b'.repeat(3)], 'a\nbbb\n', true)).toEqual([
    [1, 'a', []],
    [2, 'bbb', [0]],
  ]);
});

test('finds what is not ASCII', () => {
  expect(scan(['größe'], 'die größe\n')).toEqual([[1, 'die größe', [0]]]);
});
