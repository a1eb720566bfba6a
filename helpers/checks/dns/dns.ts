import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { clientNames } from './client-names';
import { listChecks } from './list-checks';
import { senderDomains } from './sender-domains';

/** Every answer that DNS can give, and what the how-to's restrictions make of it. */
export const dns: Suite = {
  id: 'dns',
  title: 'DNS',
  why: 'A block list that is closed, slow or answers everything turns away all mail, and nothing on the server has changed.',
  apart: 6,
  checks: [...listChecks(), ...clientNames(), ...senderDomains(), ...checksBeside(__dirname)],
};
