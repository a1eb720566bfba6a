import type { Suite } from '../check';
import { loginNames } from './login-names';
import { sasldbUsers } from './sasldb-users';

/** Under which names a user of sasldb can log in: the realm that the name lacks comes from smtpd_sasl_local_domain. */
export const realms: Suite = {
  id: 'realms',
  title: 'Realms',
  checks: [...loginNames(), ...sasldbUsers()],
};
