import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { certificates } from './certificates';
import { protocols } from './protocols';
import { verified } from './verified';

/** What TLS the server speaks, and what it shows of itself there. */
export const tls: Suite = {
  id: 'tls',
  title: 'TLS',
  why: 'Passwords go through it: who speaks what is broken lets them be read, and who speaks nothing current is not spoken to.',
  checks: [...protocols(), ...certificates(), ...verified(), ...checksBeside(__dirname)],
};
