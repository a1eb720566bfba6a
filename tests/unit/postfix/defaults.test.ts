import { isChrooted } from '../../../helpers/postfix/defaults';

const withLevel = (value: string) => new Map([['compatibility_level', { value, file: 'main.cf', line: 1 }]]);

test.each([
  ['y', '3.7.11', withLevel('3.6'), true],
  ['n', '2.10.1', undefined, false],
  ['-', '2.10.1', undefined, true],
  ['-', '3.7.11', new Map(), true],
  ['-', '3.7.11', withLevel('0'), true],
  ['-', '3.7.11', withLevel('3.6'), false],
  ['-', '3.7.11', undefined, undefined],
  ['-', undefined, withLevel('2'), false],
  ['-', undefined, undefined, undefined],
])(
  'chroot %s in master.cf of Postfix %s with main.cf %p: chrooted is %s',
  (chroot, postfixVersion, mainCf, expected) => {
    expect(isChrooted({ chroot }, { mainCf, postfixVersion })).toBe(expected);
  },
);
