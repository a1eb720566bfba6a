import { suites } from '../../helpers/checks/suites';
import { contraryServers } from './contrary-servers';
import type { Notice } from './mutant';
import { mutants } from './mutants';
import { checksOf } from './notices';

interface Proof {
  readonly name: string;
  readonly noticedBy: readonly Notice[];
}

const all: readonly Proof[] = [
  ...mutants,
  ...contraryServers,
  {
    name: 'a server that is not of the version that it tells',
    noticedBy: [{ checks: /^versions\//, expected: '', saw: '' }],
  },
];

/** For each check a broken server on which it fails: of several the one that fewest others notice. */
export function proofs(): Readonly<Record<string, string>> {
  const checks = suites.flatMap((suite) => suite.checks);
  const noticed = all.map(({ name, noticedBy }) => ({
    name,
    ids: new Set(noticedBy.flatMap((notice) => checksOf(notice, checks).map(({ id }) => id))),
  }));
  return Object.fromEntries(
    checks.flatMap(({ id }) => {
      const [first] = noticed.filter(({ ids }) => ids.has(id)).sort((a, b) => a.ids.size - b.ids.size);
      return first ? [[id, first.name]] : [];
    }),
  );
}
