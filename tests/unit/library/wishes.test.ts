import { changeOf, profileOf, type Wishes } from '../../../helpers/library/wishes';
import type { Profile } from '../../../helpers/model/profile';

const none: Wishes = { hostname: undefined, users: [], environment: {}, trusted: [], zones: [], commands: [] };
const profile = {
  name: 'mymail',
  hostname: 'a',
  environment: { A: '1' },
  createUser: [],
  offers: {},
} as unknown as Profile;

test('a reference server without wishes is not changed', () => {
  expect(changeOf(none)).toEqual({ before: '', vantagePoints: [], zones: [] });
});

test('a password is quoted for the shell', () => {
  const users = [{ name: 'carol', password: `it's $HOME`, commands: [] }];

  expect(changeOf({ ...none, users }).before).toContain(`'it'\\''s $HOME' | saslpasswd2 `);
});

test('a reference server refuses an environment, and an image commands, instead of ignoring them', () => {
  expect(() => changeOf({ ...none, environment: { A: '1' } })).toThrow('reads no environment');
  expect(() => profileOf(profile, { ...none, commands: ['true'] })).toThrow('only a reference server');
  expect(() => profileOf(profile, { ...none, trusted: ['192.0.2.1', '192.0.2.2'] })).toThrow('one trusted client');
});

test('wishes to an image are lines of its profile', () => {
  const users = [{ name: 'carol', password: 'secret', commands: ['adduser carol'] }];
  const wishes = { ...none, hostname: 'mx.example.test', users, environment: { B: '2' }, trusted: ['198.51.100.20'] };

  expect(profileOf(profile, wishes)).toMatchObject({
    hostname: 'mx.example.test',
    environment: { A: '1', B: '2' },
    user: { name: 'carol', password: 'secret' },
    createUser: ['adduser carol'],
    offers: { trusted: ['198.51.100.20'] },
  });
});
