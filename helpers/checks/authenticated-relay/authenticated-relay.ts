import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { acceptedLogins } from './accepted-logins';
import { authStates } from './auth-states';
import { refusedLogins } from './refused-logins';
import { usersLogin } from './users-login';

/** Who logs in may relay; who fails to may not. */
export const authenticatedRelay: Suite = {
  id: 'authenticated-relay',
  title: 'Authenticated relay',
  why: 'Users send from anywhere by logging in; where a wrong password gets as far, anybody does.',
  checks: [...usersLogin(), ...acceptedLogins(), ...refusedLogins(), ...authStates(), ...checksBeside(__dirname)],
};
