import { join } from 'node:path';
import { GenericContainer } from 'testcontainers';
import { dockerEngine } from '../../containers/docker/engine';
import { strictly } from '../../helpers/checks/deviations';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import type { Offers, Profile } from '../../helpers/model/profile';
import { loadProfile } from '../../helpers/profiles/load-profile';
import { atMost } from '../../helpers/running/at-most';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';

const image = `smtp-auth-harness/test-relay-holes:${process.pid}`;
const checks = suites.flatMap((suite) => suite.checks).filter(({ id }) => id.startsWith('open-relay/'));

beforeAll(async () => {
  await GenericContainer.fromDockerfile(join(__dirname, '../fixtures/images/open-relay'))
    .withBuildArgs({ BASE: preparedTarget().serverImage, MYNETWORKS: '127.0.0.0/8' })
    .build(image, { deleteOnExit: false });
}, 180_000);

afterAll(async () => {
  await (await dockerEngine()).getImage(image).remove({ force: true });
});

test('an image that trusts private networks is told to, and fails where all that is meant was said', async () => {
  const results = await ask('own-network');
  const warned = results.filter(({ warning }) => warning !== undefined);

  expect(warned.map(({ id }) => id)).toEqual(privateRanges);
  expect(warned[0]?.warning).toMatch(/^trusted by address: \d/);
  expect(failed(results)).toEqual([]);
  expect(failed(results.map(strictly))).toEqual(privateRanges);
}, 120_000);

test('with a list of whom it trusts, whoever is not on it fails', async () => {
  const results = await ask('own-network', { trusted: ['10.0.0.0/8', '172.16.0.0/12', 'fc00::/7'] });

  expect(failed(results)).toEqual([
    'open-relay/address-192-168-16',
    'open-relay/address-100-64-10',
    'open-relay/address-fe80-10',
  ]);
}, 120_000);

test('a port of whatever number is asked every question, in TLS where it wants that first', async () => {
  const results = await ask('submission-alone', { trusted: [] });

  expect(failed(results)).toEqual(
    expect.arrayContaining([
      'open-relay/outside-anonymous-foreign',
      'open-relay/form-foreign-sender',
      'open-relay/address-gateway',
      'open-relay/address-ipv6-outside',
    ]),
  );
  expect(results.filter(({ reason }) => reason?.includes('port 25'))).toEqual([]);
}, 120_000);

test('an image that relays for whoever claims to be of its domain is an open relay', async () => {
  const results = await ask('own-sender', { trusted: [] });

  expect(failed(results)).toEqual(['open-relay/form-sender-at-domain', 'open-relay/form-sender-of-system']);
}, 120_000);

const privateRanges = [
  'open-relay/address-gateway',
  'open-relay/address-neighbour',
  'open-relay/address-10-8',
  'open-relay/address-172-16-12',
  'open-relay/address-192-168-16',
  'open-relay/address-100-64-10',
  'open-relay/address-fc00-7',
  'open-relay/address-fe80-10',
  'open-relay/address-ipv6-neighbour',
];

async function ask(name: string, offers: Partial<Offers> = {}) {
  const read = loadProfile(join(__dirname, `../fixtures/images/relay-holes/${name}.yaml`));
  const profile: Profile = { ...read, source: { kind: 'image', image }, offers: { ...read.offers, ...offers } };
  await using target = await startTarget(await prepareTarget(profile, () => {}));
  return await atMost(4, checks, (check) => runCheck(check, target));
}

function failed(results: readonly { readonly id: string; readonly verdict: string }[]): readonly string[] {
  return results.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
}
