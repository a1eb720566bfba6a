import type { Check } from '../../helpers/checks/check';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { type PreparedTarget, prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { directives } from './directives';
import { mutants } from './mutants';
import { PermissiveServer } from './permissive-server';

const checks = suites.flatMap((suite) => suite.checks);
const matching = (names: readonly RegExp[]) => checks.filter(({ id }) => names.some((name) => name.test(id)));

/** What Postfix keeps in order whatever its settings: asked of a server that doesn't. */
const orderOfAuth = [/^authenticated-relay\/auth-/];

/** What is seen of a server broken in a container of its own: asked where breaking it, or mending it, does nothing. */
const brokenView = [/^no-mechanisms\/(?!usable-on-)\S+-(log|cause|first-client|next-client|howto-repair)$/];
const repairs = [/^no-mechanisms\/\S+(?<!howto)-repair$/];

/** What is seen of a changed server alone: asked where the change does nothing. */
const changedView = [
  /^announcement\/(no-auth-when-off|mech-list)/,
  /^password-stores\/(sasldb-unreadable|saslauthd-stopped)-(reply|log)$/,
  /^destinations\/relay-refused-by-recipient-restrictions$/,
  /^dns\/parked-list$/,
];
const ends = [/^password-stores\/sasldb-unreadable-end$/];

/** What is asked of a server that is the relay of some domains: asked of one that is not. */
const forRelays = [/^open-relay\/relay-domains$/];

/** What is asked where AUTH is for TLS alone: asked of a server that offers it before. */
const forTlsAlone = [/^announcement\/no-auth-in-clear-/];

/** What depends on the version: asked of one that says it is another. */
const byVersion = [/^versions\//];

const noticed: { readonly directive: string; readonly words: string; readonly by: string }[] = [];

afterAll(() => {
  const order = directives.map(({ directive }) => directive);
  noticed.sort((a, b) => order.indexOf(a.directive) - order.indexOf(b.directive));
  const rows = noticed.map(({ directive, words, by }) => `  ${directive}\n      ${words} → ${by}`);
  process.stdout.write(`\nEvery directive of the how-to, changed, and who noticed:\n${rows.join('\n')}\n\n`);
});

test('every check of every suite is made to fail by a mutant', () => {
  const all = [
    ...mutants.flatMap(({ noticedBy }) => noticedBy),
    ...[
      orderOfAuth,
      brokenView,
      repairs,
      changedView,
      ends,
      forTlsAlone,
      forRelays,
      byVersion,
      [/^announcement\/versions$/],
    ].flat(),
  ];

  const unproven = checks.filter(({ id }) => !all.some((name) => name.test(id))).map(({ id }) => id);

  expect(unproven).toEqual([]);
});

test.concurrent.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
  'is noticed: %s',
  async (name, { before, noticedBy, directive, server }) => {
    await using target = await startTarget(server ? await prepared(server) : preparedTarget(), { before });
    await expectAllToFail(matching(noticedBy), target);
    const ids = matching(noticedBy).map(({ id }) => id);
    if (directive) noticed.push({ directive, words: name.slice(directive.length + 2), by: inShort(ids) });
  },
  120_000,
);

test.concurrent('is noticed: a server that takes AUTH at any time', async () => {
  await using real = await startTarget(preparedTarget());
  await using permissive = await PermissiveServer.start();
  await expectAllToFail(matching(orderOfAuth), { ...real, clientAddress: () => permissive.address });
}, 120_000);

test.concurrent('is noticed: a server that is whole where it should be broken', async () => {
  await using real = await startTarget(preparedTarget());
  const whole = async () => deafToRepairs(await real.variant({ name: 'whole' }));
  await expectAllToFail(matching(brokenView), { ...real, variant: whole });
}, 120_000);

test.concurrent('is noticed: a repair that repairs nothing', async () => {
  await using real = await startTarget(preparedTarget());
  const unmended: Target['variant'] = async (variant) => deafToRepairs(await real.variant(variant));
  await expectAllToFail(matching(repairs), { ...real, variant: unmended });
}, 120_000);

test.concurrent('is noticed: a server that is unchanged where it should be changed', async () => {
  await using real = await startTarget(preparedTarget());
  const unchanged = { ...(await real.variant({ name: 'unchanged' })), run: async () => '' };
  await expectAllToFail(matching(changedView), { ...real, variant: async () => unchanged });
}, 120_000);

test.concurrent('is noticed: AUTH before TLS where it should not be', async () => {
  await using real = await startTarget(preparedTarget());
  await expectAllToFail(matching(forTlsAlone), { ...real, facts: { ...real.facts, authBeforeTls: false } });
}, 120_000);

test.concurrent('is noticed: a domain whose relay the server is not', async () => {
  await using real = await startTarget(preparedTarget());
  await expectAllToFail(matching(forRelays), {
    ...real,
    facts: { ...real.facts, relayDomains: ['lists.example.test'] },
  });
}, 120_000);

test.concurrent('is noticed: a lapse that never ends', async () => {
  await using real = await startTarget(preparedTarget());
  const endless: Target = {
    ...real,
    variant: async (variant) => deafToRepairs(await real.variant(variant)),
  };
  await expectAllToFail(matching(ends), endless);
}, 120_000);

test.concurrent('is noticed: a server that is not of the version that it tells', async () => {
  await using real = await startTarget(preparedTarget());
  const summary = await real.summary();
  // Every difference lies between these two.
  const other = matching(byVersion).map(async (check) => {
    const told = async (postfix: string) => ({ ...summary, versions: { postfix } });
    const old = await runCheck(check, { ...real, summary: () => told('2.10.1') });
    const young = await runCheck(check, { ...real, summary: () => told('3.11.0') });
    return [old.verdict, young.verdict].sort();
  });
  for (const verdicts of await Promise.all(other)) expect(verdicts).toEqual(['failed', 'held']);
  await expectAllToFail(matching([/^announcement\/versions$/]), {
    ...real,
    summary: async () => ({ ...summary, versions: {} }),
  });
}, 120_000);

const preparations = new Map<string, Promise<PreparedTarget>>();

/** Another reference server than that of the run, made ready by the first who asks. */
function prepared(server: string): Promise<PreparedTarget> {
  const known = preparations.get(server) ?? prepareTarget(server, (line) => void process.stderr.write(`${line}\n`));
  preparations.set(server, known);
  return known;
}

function deafToRepairs(server: Target): Target {
  return { ...server, run: async () => '', restart: () => server.restart() };
}

async function expectAllToFail(asked: readonly Check[], target: Target): Promise<void> {
  const queue = [...asked];
  const verdicts: string[] = [];
  // A few at a time, as in a real run: all at once, a server is slow rather than wrong.
  const ask = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const { id, verdict, reason } = await runCheck(check, target);
      if (verdict !== 'failed') verdicts.push(`${id}: ${verdict} ${reason ?? ''}`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, ask));
  expect(asked.length).toBeGreaterThan(0);
  expect(verdicts).toEqual([]);
}

function inShort(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(', ') : `${ids.slice(0, 2).join(', ')} and ${ids.length - 2} more`;
}
