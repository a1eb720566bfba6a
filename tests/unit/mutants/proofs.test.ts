import { proofs } from '../../../helpers/checks/proofs';
import { suites } from '../../../helpers/checks/suites';
import { proofs as found } from '../../mutants/proofs';

test('the proofs of the checks are those of the mutants (npm run docs)', () => {
  expect(proofs).toEqual(found());
});

test('every check has a broken server that proves it', () => {
  const ids = suites.flatMap(({ checks }) => checks.map(({ id }) => id));

  expect(ids.filter((id) => proofs[id] === undefined)).toEqual([]);
});
