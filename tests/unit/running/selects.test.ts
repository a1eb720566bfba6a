import { selects } from '../../../helpers/running/selects';

test('a check is selected by its id, by its suite, or if nothing is named', () => {
  const check = { id: 'open-relay/inside', suite: 'open-relay' };

  expect(selects([], check)).toBe(true);
  expect(selects(['open-relay'], check)).toBe(true);
  expect(selects(['x', 'open-relay/inside'], check)).toBe(true);
  expect(selects(['open-relay/in', 'open'], check)).toBe(false);
});
