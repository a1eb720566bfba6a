import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { classChecks } from './class-checks';
import { refusalForms } from './refusal-forms';

/** What reject_unauth_destination lets through: each class of domain that the server is responsible for, and no other. */
export const destinations: Suite = {
  id: 'destinations',
  title: 'Destinations',
  why: 'A domain that is missing in these classes gets no mail; one that is there by mistake is a way through for anybody.',
  checks: [...classChecks(), ...refusalForms(), ...checksBeside(__dirname)],
};
