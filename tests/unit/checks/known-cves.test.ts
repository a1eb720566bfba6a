import { knownCves } from '../../../helpers/checks/known-cves';
import { suites } from '../../../helpers/checks/suites';

const checks = suites.flatMap((suite) => suite.checks);

test('each has a check that names it, or says why nothing is asked', () => {
  const wrong = knownCves.filter(({ id, checks: pattern, asked }) =>
    pattern
      ? !checks.some((check) => pattern.test(check.id) && check.reference.includes(id))
      : !asked.startsWith('not asked: '),
  );

  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('what a check names is explained', () => {
  const named = checks.flatMap(({ reference }) => reference.match(/CVE-\d+-\d+/g) ?? []);

  expect(named.filter((id) => !knownCves.some((cve) => cve.id === id))).toEqual([]);
});

test('every check that is said to ask something is there', () => {
  const patterns = knownCves.flatMap((cve) => cve.checks ?? []);

  expect(patterns.filter((pattern) => !checks.some(({ id }) => pattern.test(id)))).toEqual([]);
});
