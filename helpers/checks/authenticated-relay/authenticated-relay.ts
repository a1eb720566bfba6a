import type { Check, Suite } from '../check';
import { acceptedLogins } from './accepted-logins';
import { authStates } from './auth-states';
import { refusedLogins } from './refused-logins';

/** Who logs in may relay; who fails to may not. */
export const authenticatedRelay: Suite = {
  id: 'authenticated-relay',
  title: 'Authenticated relay',
  checks: [...acceptedLogins(), ...refusedLogins(), ...authStates()] satisfies readonly Check[],
};
