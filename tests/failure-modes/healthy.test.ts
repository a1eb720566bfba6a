import { diagnoseLines, factsOf } from '../../helpers/diagnosis/of-server';
import { catalogue } from '../../helpers/failure-modes/catalogue';
import type { ClientStep } from '../../helpers/model/failure-mode';
import { provoke } from '../../helpers/reproduction/provoke';
import { setting } from '../../helpers/settings/settings';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { referenceVersions } from '../../helpers/targets/reference-servers';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { namedIn } from './confusion';

const login = { mechanism: 'PLAIN', password: 'right' } as const;

/** What a server has to do all day, all of it as it should be. */
const asItShouldBe: readonly ClientStep[] = [
  { kind: 'mail', login },
  { kind: 'mail', login: { ...login, mechanism: 'LOGIN' }, tls: 'starttls' },
  { kind: 'mail', login, port: 465 },
  { kind: 'mail', port: 25, to: 'local' },
  { kind: 'mail', port: 25, vantage: 'inside' },
  { kind: 'lines', port: 25, lines: ['NOOP', 'RSET', 'QUIT'] },
];

/** What it refuses, and rightly. */
const refused: readonly ClientStep[] = [
  { kind: 'lines', lines: [`AUTH PLAIN ${Buffer.from('\0alice\0wrong').toString('base64')}`, 'QUIT'] },
  { kind: 'mail', port: 25 },
];

// What is wrong with the how-to's own configuration: lists that are long gone.
const deadLists = ['dns/ahbl-is-closed', 'dns/spamcop-without-bl', 'dns/wirehub-is-closed'];
const mistakes = [
  'dovecot/wrong-password',
  'passwords/wrong',
  'relay-refused/not-logged-in',
  'relay-refused/not-logged-in-deferred',
];

// CentOS 7 can't be had everywhere; that Debian can is what its folders say.
const versions = setting('modes', process.env).includes('sample') ? ['debian12', 'debian13'] : referenceVersions;
const servers = [...versions.filter((name) => name !== 'centos7'), 'dovecot'];

describe.each(servers)('a healthy %s', (name) => {
  let target: Target;

  beforeAll(async () => {
    target = await startTarget(await prepareTarget(name, (line) => process.stderr.write(`${line}\n`)));
  }, 300_000);
  afterAll(() => target?.[Symbol.asyncDispose]());

  test('is blamed for nothing but its dead lists after a day’s traffic, and clients for what they did', async () => {
    const named = await namedAfter(target, [...asItShouldBe, ...refused]);

    expect(named.filter((id) => !mistakes.includes(id))).toEqual(deadLists);
    expect(named.filter((id) => mistakes.includes(id)).length).toBeGreaterThan(0);
  });

  test('is blamed for nothing at all without these lists', async () => {
    await target.restart("postconf -e 'smtpd_client_restrictions = permit_mynetworks, reject_unknown_client, permit'");

    expect(await namedAfter(target, asItShouldBe)).toEqual([]);
  });
});

async function namedAfter(target: Target, traffic: readonly ClientStep[]): Promise<readonly string[]> {
  const since = target.log.position;
  await provoke(target, traffic);
  // What is logged last of a session; all else is there then.
  const sessions = (lines: readonly string[]) => count(lines, /smtpd\[\d+\]: disconnect from /);
  await target.log.when((lines) => sessions(lines) === traffic.length, { since, timeoutMs: 5_000 });
  const log = target.log.linesSince(since);
  const users = traffic.filter((step) => step.kind === 'mail' && step.login).length;
  expect({ sessions: sessions(log), mailsOfUsers: count(log, /: client=.*sasl_username=/) }).toEqual({
    sessions: traffic.length,
    mailsOfUsers: users,
  });
  const named = namedIn(await diagnoseLines(catalogue, log, await factsOf(target, catalogue)));
  return [...named].sort();
}

function count(lines: readonly string[], pattern: RegExp): number {
  return lines.filter((line) => pattern.test(line)).length;
}
