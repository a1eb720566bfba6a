import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { saslauthdChecks } from './saslauthd';
import { stoppedSaslauthd } from './stopped-saslauthd';
import { unreadableSasldb } from './unreadable-sasldb';

/** Where the passwords are: sasldb with its permissions, and saslauthd with the system's accounts. */
export const passwordStores: Suite = {
  id: 'password-stores',
  title: 'Password stores',
  why: "Where the passwords can't be read, nobody can log in, and the reply is the same as for a wrong password.",
  apart: 3,
  checks: [...saslauthdChecks(), ...unreadableSasldb(), ...stoppedSaslauthd(), ...checksBeside(__dirname)],
};
