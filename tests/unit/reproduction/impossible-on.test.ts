import { impossibleOn } from '../../../helpers/reproduction/impossible-on';
import type { Target } from '../../../helpers/targets/target';

const server = (postfix: string, missing = false) =>
  ({
    summary: async () => ({ versions: { postfix } }),
    run: async () => (missing ? 'missing\n' : ''),
  }) as unknown as Target;

test.each([
  ['3.5.25', { from: '3.6' }, 'it is Postfix 3.5.25, and it takes 3.6 or later'],
  ['3.7.11', { from: '3.6' }, undefined],
  ['3.7.11', { before: '3.6' }, 'it is Postfix 3.7.11, and it takes one before 3.6'],
  ['2.10.1', {}, undefined],
  ['', { from: '3.6' }, undefined],
] as const)('on Postfix %s a mode of %j: %s', async (postfix, versions, reason) => {
  expect(await impossibleOn(server(postfix), { versions }, {})).toBe(reason);
});

test('a mode that takes a plug-in is not made where there is none', async () => {
  const needs = '/usr/lib64/sasl2/libscram.so';

  expect(await impossibleOn(server('3.7.11'), { versions: {} }, { needs })).toBeUndefined();
  expect(await impossibleOn(server('3.7.11', true), { versions: {} }, { needs })).toBe(
    'it takes /usr/lib64/sasl2/libscram.so, which is not there',
  );
});
