import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { loginNames } from './login-names';
import { sasldbUsers } from './sasldb-users';

/** Under which names a user of sasldb can log in: the realm that the name lacks comes from smtpd_sasl_local_domain. */
export const realms: Suite = {
  id: 'realms',
  title: 'Realms',
  why: 'The same password is right or wrong by the realm that the server adds to the name: this is why logins fail that look right.',
  checks: [...loginNames(), ...sasldbUsers(), ...checksBeside(__dirname)],
};
