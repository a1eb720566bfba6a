import { didYouMean } from '../../helpers/did-you-mean';

const images = ['howto', 'centos7', 'debian12'];

test.each([
  ['a letter too few', 'debian1', 'debian12'],
  ['a letter too many', 'hhowto', 'howto'],
  ['a wrong letter', 'centos8', 'centos7'],
  ['two letters swapped', 'ohwto', 'howto'],
  ['the wrong case', 'CentOS7', 'centos7'],
  ['only the beginning', 'deb', 'debian12'],
])('a word with %s is recognised', (_, word, meant) => {
  expect(didYouMean(word, images)).toBe(meant);
});

test('the nearest of several is meant', () => {
  expect(didYouMean('debian1', ['debian700', 'debian12'])).toBe('debian12');
});

test('a word that is like none means none', () => {
  expect(didYouMean('exchange', images)).toBeUndefined();
  expect(didYouMean('x', images)).toBeUndefined();
  expect(didYouMean('', images)).toBeUndefined();
});
