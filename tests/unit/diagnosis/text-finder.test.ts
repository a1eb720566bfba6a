import { TextFinder } from '../../../helpers/diagnosis/log/text-finder';

test.each([
  ['whatever their case', ['abc', 'bcd'], 'xABCDx', [0, 1]],
  ['inside others, and behind a false start', ['abcde', 'bc', 'cab'], 'ababcde', [1, 0]],
  ['once, however often they stand there', ['ab'], 'abab', [0]],
  ['that are not ASCII', ['größe'], 'die größe', [0]],
  ['or none', ['abc'], 'ab c', []],
])('finds texts %s', (_what, texts, text, found) => {
  expect(new TextFinder(texts).find(text)).toEqual(found);
});
