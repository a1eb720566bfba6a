import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { guessing } from './guessing';
import { injections } from './injections';
import { namesAndPasswords } from './names-and-passwords';
import { smuggling } from './smuggling';
import { tellsUsers } from './tells-users';

/** What is known to be done to servers, in a form that harms none: each says what it tries, and on what it judges. */
export const attacks: Suite = {
  id: 'attacks',
  title: 'Attacks',
  why: 'These are tried on every server that the Internet reaches; each has a name, and most have a CVE.',
  // Guesses last: each comes from an address of its own, but a server that locks the user out does so everywhere.
  checks: [
    ...injections(),
    ...smuggling(),
    ...tellsUsers(),
    ...checksBeside(__dirname),
    ...namesAndPasswords(),
    ...guessing(),
  ],
};
