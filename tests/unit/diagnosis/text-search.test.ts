import { TextSearch } from '../../../helpers/diagnosis/log/text-search';

const findAll = (texts: readonly string[], text: string) => {
  const bytes = Buffer.from(text);
  return [...new TextSearch(texts).findAll(bytes, bytes.length)].sort();
};

test.each([
  ['whatever their case', ['abcd', 'bcde'], 'xABCDEx', [0, 1]],
  ['inside others, and behind a false start', ['abcdef', 'bcde', 'dcab'], 'ababcdef', [0, 1]],
  ['once, however often they stand there', ['abcd'], 'abcdabcd', [0]],
  ['at both ends', ['abcd', 'wxyz'], 'abcd wxyz', [0, 1]],
  ['beside what is not ASCII', ['größe'], 'die größe', [0]],
  ['or none', ['abcd'], 'abc d', []],
  ['or none where one is cut', ['abcd', 'cdefgh'], 'bcdefg', []],
])('finds texts %s', (_what, texts, text, found) => {
  expect(findAll(texts, text)).toEqual(found);
});

test('finds what a comparison at every place finds', () => {
  const texts = ['abab', 'abba', 'babbb', 'baab', 'aaaab'];
  const search = new TextSearch(texts);
  for (let number = 0; number < 4096; number++) {
    const text = number.toString(2).padStart(12, '0').replaceAll('0', 'a').replaceAll('1', 'b');
    const expected = texts.flatMap((one, id) => (text.includes(one) ? [id] : []));
    expect([text, [...search.findAll(Buffer.from(text), 12)].sort()]).toEqual([text, expected]);
    expect(search.find(Buffer.from(text), 0, 12) >= 0).toBe(expected.length > 0);
  }
});
