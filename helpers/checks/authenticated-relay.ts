import { acceptedLogins } from './accepted-logins';
import { authStates } from './auth-states';
import type { Check, Suite } from './check';
import { refusedLogins } from './refused-logins';
import { usersLogin } from './users-login';

/** Who logs in may relay; who fails to may not. */
export const authenticatedRelay: Suite = {
  id: 'authenticated-relay',
  title: 'Authenticated relay',
  checks: [...usersLogin(), ...acceptedLogins(), ...refusedLogins(), ...authStates()] satisfies readonly Check[],
};
