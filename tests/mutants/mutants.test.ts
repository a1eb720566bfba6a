import { explainFailures } from '../../helpers/causes/explain-failures';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { atMost } from '../../helpers/running/at-most';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { BrokenServers } from './broken-servers';
import { contraryServers } from './contrary-servers';
import { directives } from './directives';
import type { Mutant, Notice } from './mutant';
import { mutants } from './mutants';
import { checksOf, objection } from './notices';

const checks = suites.flatMap((suite) => suite.checks);

/** What depends on the version: asked of a server that says it is another. */
const byVersion = /^versions\//;

const servers = new Map<string, BrokenServers>();

const noticed: { readonly directive: string; readonly words: string; readonly by: string }[] = [];

afterAll(async () => {
  for (const kind of servers.values()) await kind[Symbol.asyncDispose]();
  const order = directives.map(({ directive }) => directive);
  noticed.sort((a, b) => order.indexOf(a.directive) - order.indexOf(b.directive));
  const rows = noticed.map(({ directive, words, by }) => `  ${directive}\n      ${words} → ${by}`);
  process.stdout.write(`\nEvery directive of the how-to, changed, and who noticed:\n${rows.join('\n')}\n\n`);
});

test('every check of every suite is made to fail by a mutant', () => {
  const all = [...mutants, ...contraryServers];
  const patterns = [byVersion, ...all.flatMap(({ noticedBy }) => noticedBy.map((notice) => notice.checks))];

  const unproven = checks.filter(({ id }) => !patterns.some((pattern) => pattern.test(id))).map(({ id }) => id);

  expect(unproven).toEqual([]);
});

test('every pattern of a mutant is about a check that there is', () => {
  const dead = [...mutants, ...contraryServers].flatMap(({ name, noticedBy }) =>
    noticedBy.filter((notice) => checksOf(notice, checks).length === 0).map((notice) => `${name}: ${notice.checks}`),
  );

  expect(dead).toEqual([]);
});

test.concurrent.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
  'is noticed for the reason that it gives: %s',
  async (_name, mutant) => {
    await using real = await broken(mutant);
    await using asked = mutant.standIn ? await mutant.standIn(real) : real;

    const results = await ask(mutant.noticedBy, asked);

    expect(results.flatMap(({ notice, result }) => objection(notice, result) ?? [])).toEqual([]);
    const causes = await explainFailures(
      results.map(({ result }) => result),
      real,
    );
    expect(causes[0]?.id).toBe(mutant.cause);
    tell(mutant);
  },
  120_000,
);

test.concurrent('is noticed for the reason that it gives: a server that is not of the version that it tells', async () => {
  await using real = await startTarget(preparedTarget());
  const summary = await real.summary();
  // Every difference lies between these two.
  const askedAs = (postfix: string): Target => ({
    ...real,
    summary: async () => ({ ...summary, versions: { postfix } }),
  });

  for (const check of checks.filter(({ id }) => byVersion.test(id))) {
    const results = [await runCheck(check, askedAs('2.10.1')), await runCheck(check, askedAs('3.11.0'))];
    const failed = results.filter(({ verdict }) => verdict === 'failed');

    expect(results.map(({ id, verdict }) => `${id} ${verdict}`).sort()).toEqual([
      `${check.id} failed`,
      `${check.id} held`,
    ]);
    for (const { reason } of failed)
      expect(reason).toMatch(/^expected .+, as Postfix (2\.10\.1|3\.11\.0) does; saw .+$/);
  }
}, 120_000);

/** The server of the mutant: of a kind that is made ready by the first who asks. */
async function broken({ server = '', ...mutant }: Mutant): Promise<Target> {
  const known = servers.get(server) ?? new BrokenServers(() => prepared(server));
  servers.set(server, known);
  return known.lend(mutant);
}

async function prepared(server: string) {
  return server ? prepareTarget(server, (line) => void process.stderr.write(`${line}\n`)) : preparedTarget();
}

async function ask(notices: readonly Notice[], target: Target) {
  const asked = notices.flatMap((notice) => checksOf(notice, checks).map((check) => ({ notice, check })));
  // A few at a time, as in a real run: all at once, a server is slow rather than wrong.
  return atMost(6, asked, async ({ notice, check }) => ({ notice, result: await runCheck(check, target) }));
}

function tell({ name, directive, noticedBy }: Mutant): void {
  if (!directive) return;
  const ids = noticedBy.flatMap((notice) => checksOf(notice, checks).map(({ id }) => id));
  noticed.push({ directive, words: name.slice(directive.length + 2), by: inShort(ids) });
}

function inShort(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(', ') : `${ids.slice(0, 2).join(', ')} and ${ids.length - 2} more`;
}
