import { onOnePort } from '../../mutants/contrary/contrary-mutant';
import { contraryServers } from '../../mutants/contrary-servers';
import { mutants } from '../../mutants/mutants';
import { objection } from '../../mutants/notices';
import { askEverything, hangsUpAtOnce, knownAs } from '../checks/lying-servers';

const kinds = [
  { kind: 'the reference server', facts: knownAs.howto, broken: mutants },
  { kind: 'a server with one port', facts: { ...knownAs.howto, ...onOnePort }, broken: contraryServers },
];

describe.each(kinds)('no mutant is noticed for what is seen of $kind', ({ facts, broken }) => {
  test.concurrent.each([
    ['where nobody listens', undefined],
    ['which hangs up at once', hangsUpAtOnce],
  ] as const)(
    '%s',
    async (_, script) => {
      const results = await askEverything(script, facts);

      const loose = broken.flatMap(({ name, noticedBy }) =>
        noticedBy.flatMap((notice) =>
          results
            .filter(({ id }) => notice.checks.test(id))
            .filter((result) => objection(notice, result) === undefined)
            .map(({ id, reason }) => `${name}: ${id}: ${reason}`),
        ),
      );
      expect(loose).toEqual([]);
      expect(results.length).toBeGreaterThan(400);
    },
    90_000,
  );
});
