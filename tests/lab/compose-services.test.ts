import { join } from 'node:path';
import { dockerEngine } from '../../containers/docker/engine';
import { owner, ownerLabel, removeNow } from '../../containers/docker/leftovers';
import type { Profile } from '../../helpers/model/profile';
import { loadProfile } from '../../helpers/profiles/load-profile';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';

const folder = join(__dirname, '../fixtures/images/with-users');
let target: Target;

beforeAll(async () => {
  target = await start(loadProfile(join(folder, 'profile.yaml')));
}, 180_000);

afterAll(() => target?.[Symbol.asyncDispose]());

test('a server whose users are another service’s lets them in: that one is reached by its alias', () => {
  expect(target.facts).toMatchObject({ provenMechanism: 'PLAIN' });
  expect(target.facts.loginRefused).toBeUndefined();
  expect(target.dns.queries).toContainEqual(expect.objectContaining({ name: 'dovecot', type: 'A' }));
});

test('a folder is a copy, a volume is new, and what is not given is named with its line', async () => {
  await target.run(
    'test -s /settings/start.sh && ! touch /settings/x 2>/dev/null && touch /var/spool/postfix/deferred/x',
  );
  const { notice } = await target.summary();

  expect(notice).toMatch(/compose\.yaml:15: the lab does not give mail its cap_add: NET_ADMIN$/);
  expect(await volumes()).toHaveLength(3);
});

test('the services reach each other, and nobody else: what they say goes through labs of their own', async () => {
  const open = (address: string) => `timeout 2 bash -c '>/dev/tcp/${address}' 2>/dev/null`;

  await target.run(`${open('users/12345')} && ! ${open('172.17.0.1/22')} && ! ${open('192.0.2.99/80')}`);
});

test('what the services log is kept apart from what the server logs', () => {
  const [users, ...others] = [...(target.otherServices ?? [])].sort((a, b) => b.service.localeCompare(a.service));

  expect({ service: users?.service, others: others.map(({ service }) => service) }).toEqual({
    service: 'users',
    others: ['keys'],
  });
  expect(users?.log.linesSince(0).join('\n')).toMatch(/master: Info: Dovecot v2\S+ .*starting up/);
});

test('one that is removed is what went wrong, and not the server', async () => {
  await removeNow(await containerOf('dovecot -F'));

  expect(await target.trouble()).toBe('the container of the service users was removed');
});

test('without the service that it needs, it is told that it looks for it, and how to have it started', async () => {
  await expect(start(loadProfile(join(folder, 'alone.yaml')))).rejects.toThrow(
    /It looks for dovecot, and nobody here has that name\. .*with: \[dovecot\]/,
  );
}, 60_000);

test('nothing stays when it ends', async () => {
  await target[Symbol.asyncDispose]();

  expect(await volumes()).toEqual([]);
});

async function start(profile: Profile): Promise<Target> {
  return startTarget(await prepareTarget(profile, () => {}));
}

async function volumes() {
  const filters = JSON.stringify({ label: [`${ownerLabel}=${owner()}`] });
  return (await (await dockerEngine()).listVolumes({ filters })).Volumes ?? [];
}

async function containerOf(command: string): Promise<string> {
  const engine = await dockerEngine();
  const ours = await engine.listContainers({ filters: { label: [`${ownerLabel}=${owner()}`] } });
  const containers = await Promise.all(ours.map(({ Id }) => engine.getContainer(Id).inspect()));
  // Podman's list has the command without its entry point.
  return containers.find(({ Path, Args }) => [Path, ...Args].join(' ') === command)?.Id ?? '';
}
