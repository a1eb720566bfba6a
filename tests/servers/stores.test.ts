import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { loadProfile } from '../../helpers/profiles/load-profile';
import { atMost } from '../../helpers/running/at-most';
import { logIn } from '../../helpers/sessions/log-in';
import { openSession } from '../../helpers/sessions/open-session';
import { loginRoute } from '../../helpers/sessions/route';
import { setting } from '../../helpers/settings/settings';
import { prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';

const folder = join(__dirname, '../../containers/stores');

// The quickest of them; npm run test:stores asks all.
const wanted = setting('stores', process.env);
const stores = readdirSync(folder)
  .filter((name) => wanted.includes('all') || (wanted.length > 0 ? wanted : ['sql']).includes(name))
  .map((name) => ({
    name,
    profile: loadProfile(join(folder, name, 'profile.yaml')),
    ...(parse(readFileSync(join(folder, name, 'store.yaml'), 'utf8')) as {
      readonly away: string;
      readonly proves?: readonly string[];
    }),
  }));

/** What a store is there for: that who is in it gets in, and nobody else. */
const asked = suites
  .flatMap(({ checks }) => checks)
  .filter(({ id }) =>
    /^(authenticated-relay|anonymous-denial|mechanisms)\/|^open-relay\/(outside|inside)-|^announcement\/|^attacks\/names-/.test(
      id,
    ),
  );

describe.each(stores)('users in $name', ({ profile, away, proves = [] }) => {
  let target: Target;

  beforeAll(async () => {
    target = await startTarget(await prepareTarget(profile, (line) => process.stderr.write(`${line}\n`)));
  }, 600_000);

  afterAll(() => target?.[Symbol.asyncDispose]());

  test('get in by every mechanism that the profile has, and relay; nobody else does', async () => {
    const results = await atMost(4, asked, (check) => runCheck(check, target));

    const wrong = results.filter(({ verdict }) => verdict === 'failed' || verdict === 'could-not-tell');
    expect(wrong.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    const held = results.filter(({ verdict }) => verdict === 'held').map(({ id }) => id);
    expect(held.length).toBeGreaterThan(40);
    expect(held).toEqual(expect.arrayContaining([...proves]));
  }, 180_000);

  test(`get ${away} while it is away, and get in again with it`, async () => {
    const before = await answerToLogin(target);
    await target.run('store stop');
    const meanwhile = await answerToLogin(target);
    await target.run('store start');
    const after = await answerToLogin(target);

    expect([before, meanwhile, after]).toEqual(['235', away, '235']);
  });
});

/** To a login by PLAIN, in a session of its own: the code, and what says more than that. */
async function answerToLogin(target: Target): Promise<string> {
  await using session = await openSession(target, loginRoute(target.facts, { mechanism: 'PLAIN' }));
  const answer = await logIn(session, 'PLAIN', target.facts.user);
  return answer.kind === 'reply' ? String(answer.code) : answer.kind;
}
