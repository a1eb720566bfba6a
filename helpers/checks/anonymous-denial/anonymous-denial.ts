import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { anonymousNotTaken } from './anonymous-attempts';
import { anonymousNotOffered } from './anonymous-offers';

/** Nobody gets in as nobody: ANONYMOUS is neither offered nor taken, and an empty identity is no identity. */
export const anonymousDenial: Suite = {
  id: 'anonymous-denial',
  title: 'Anonymous denial',
  why: 'Whoever may log in without a password is trusted like a user, and relays wherever users may.',
  checks: [...anonymousNotOffered(), ...anonymousNotTaken(), ...checksBeside(__dirname)],
};
