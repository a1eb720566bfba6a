import { changeOfReference, emptySetup, profileWith } from '../../../helpers/library/server-setup';
import type { Profile } from '../../../helpers/model/profile';

const profile = {
  name: 'mymail',
  hostname: 'a',
  environment: { A: '1' },
  createUser: [],
  offers: {},
} as unknown as Profile;

test('a reference server of which nothing is asked is not changed', () => {
  expect(changeOfReference(emptySetup)).toEqual({
    before: '',
    vantagePoints: [],
    zones: [],
    startupTimeoutMs: undefined,
  });
});

test('a password is quoted for the shell', () => {
  const users = [{ name: 'carol', password: `it's $HOME`, commands: [] }];

  expect(changeOfReference({ ...emptySetup, users }).before).toContain(`'it'\\''s $HOME' | saslpasswd2 `);
});

test('a reference server refuses an environment, and an image commands, instead of ignoring them', () => {
  expect(() => changeOfReference({ ...emptySetup, environment: { A: '1' } })).toThrow('reads no environment');
  expect(() => profileWith(profile, { ...emptySetup, scripts: ['true'] })).toThrow('for reference servers');
  expect(() => profileWith(profile, { ...emptySetup, trusted: ['192.0.2.1', '192.0.2.2'] })).toThrow(
    'one trusted client',
  );
});

test('what is asked of an image becomes lines of its profile', () => {
  const users = [{ name: 'carol', password: 'secret', commands: ['adduser carol'] }];
  const setup = {
    ...emptySetup,
    hostname: 'mx.example.test',
    users,
    environment: { B: '2' },
    trusted: ['198.51.100.20'],
    startupTimeoutMs: 9_000,
  };

  expect(profileWith(profile, setup)).toMatchObject({
    hostname: 'mx.example.test',
    environment: { A: '1', B: '2' },
    user: { name: 'carol', password: 'secret' },
    createUser: ['adduser carol'],
    readyTimeoutMs: 9_000,
    offers: { trusted: ['198.51.100.20'] },
  });
});
