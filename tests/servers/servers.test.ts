import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../helpers/checks/check';
import { withDeviations } from '../../helpers/checks/deviations';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import type { CheckResult, TargetSummary } from '../../helpers/model/result';
import { atMost } from '../../helpers/running/at-most';
import { setting } from '../../helpers/settings/settings';
import { type PreparedTarget, prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { holesTable, type Row } from './holes-table';
import { foundBy, type Hole, otherServers } from './other-servers';

// HARNESS_SERVERS=exim,haraka: for whoever works on a few.
const wanted = setting('servers', process.env);
const servers = otherServers().filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const checks = suites.flatMap((suite) => suite.checks);
const rows: Row[] = [];
const readme = join(__dirname, '../../README.md');

test.concurrent.each(servers.map((server) => [server.name, server] as const))(
  '%s: no false alarm where it is correct, and each hole is found',
  async (name, { profile, holes }) => {
    const prepared = await prepareTarget(profile, (line) => process.stderr.write(`${line}\n`));
    const { mta, versions, version, results } = await askCorrect(prepared);
    const found = new Map<Hole, number>();
    for (const hole of holes) found.set(hole, await askOpened(prepared, hole));
    const alarms = results.filter(({ verdict }) => verdict === 'failed' || verdict === 'could-not-tell');
    const held = results.filter(({ verdict }) => verdict === 'held').length;
    const warned = results.flatMap(({ id, warning }) => (warning === undefined ? [] : [`${id}: ${warning}`]));
    const unseen = mta === 'Postfix' ? [] : notSeen({ mta, versions }, results);
    for (const line of [...warned, ...unseen]) process.stdout.write(`${version}: ${line}\n`);
    rows.push({ name, version, alarms: alarms.map(({ id }) => id), found });

    expect(alarms.map(({ id, verdict, reason }) => ({ id, verdict, reason }))).toEqual([]);
    expect(held).toBeGreaterThan(30);
    for (const [hole, number] of found) expect({ hole, isFound: number > 0 }).toEqual({ hole, isFound: true });
  },
  600_000,
);

test('what Postfix is known to do otherwise is seen on the reference server', async () => {
  const prepared = await prepareTarget('debian12', (line) => process.stderr.write(`${line}\n`));
  await using target = await startTarget(prepared);
  const known = checks.filter(({ deviations = [] }) => deviations.some(({ mta }) => mta === 'Postfix'));

  expect(notSeen(await target.summary(), await ask(target, known))).toEqual([]);
}, 120_000);

test('the README shows the table as it was measured', () => {
  const table = holesTable(rows);
  process.stdout.write(`\n${table}\n\n`);
  if (wanted.length > 0) return;
  const text = readFileSync(readme, 'utf8');
  const [before = '', after = ''] = [text.split(opening)[0], text.split(closing)[1]];
  const renewed = `${before}${opening}\n\n${table}\n\n${closing}${after}`;
  // npm run table
  if (setting('writeTable', process.env)) writeFileSync(readme, renewed);

  expect(readFileSync(readme, 'utf8')).toBe(renewed);
});

const opening = '<!-- servers × holes: npm run table -->';
const closing = '<!-- end -->';

async function askCorrect(prepared: PreparedTarget) {
  await using target = await startTarget(prepared);
  const { mta, versions } = await target.summary();
  const version = [mta, ...Object.values(versions)].join(' ');
  const accept = prepared.profile?.accept ?? [];
  const results = (await ask(target, checks)).map((result) => withDeviations(result, accept));
  return { mta, versions, version: withAuthenticator(prepared, version), results };
}

/** What the server is said to do otherwise, and was not seen to; and what was seen of a version that is not named. */
function notSeen(
  { mta, versions }: Pick<TargetSummary, 'mta' | 'versions'>,
  results: readonly CheckResult[],
): readonly string[] {
  const version = versions[mta.toLowerCase()] ?? '';
  return results.flatMap(({ id, verdict, reason = '' }) => {
    const { deviations = [] } = checks.find((check) => check.id === id) ?? {};
    const [deviation] = deviations.filter((one) => one.mta === mta);
    // What can't be asked of this server, such as SCRAM, can't be seen either.
    if (!deviation || verdict === 'not-applicable') return [];
    const isNamed = deviation.seenIn.some((one) => version === one || version.startsWith(`${one}-`));
    return reason.startsWith(`known of ${mta}: `) && isNamed ? [] : [`${id} of ${version}: ${verdict} ${reason}`];
  });
}

/** How many of the checks that are there for it fail on the server that has the hole. */
async function askOpened(prepared: PreparedTarget, hole: Hole): Promise<number> {
  const { profile } = prepared;
  if (!profile) throw new TypeError('a server that is not ours has a profile');
  const environment = { ...profile.environment, HOLE: hole };
  await using target = await startTarget({ ...prepared, profile: { ...profile, environment } });
  const results = await ask(
    target,
    checks.filter(({ id }) => foundBy[hole].test(id)),
  );
  return results.filter(({ verdict }) => verdict === 'failed').length;
}

/** Two at a time: other servers are asked at the same time. */
function ask(target: Target, asked: readonly Check[]): Promise<readonly CheckResult[]> {
  return atMost(2, asked, (check) => runCheck(check, target));
}

function withAuthenticator({ profile }: PreparedTarget, version: string): string {
  const [, authenticator] = profile?.name.split('-') ?? [];
  return authenticator ? `${version} with ${authenticator[0]?.toUpperCase()}${authenticator.slice(1)}` : version;
}
