import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { auth } from './auth';
import { commands } from './commands';
import { plainMessages } from './plain-messages';
import { asCheck } from './point';
import { sizes } from './sizes';
import { starttls } from './starttls';
import { transactions } from './transactions';

/** What the RFCs ask of every server, sentence by sentence, and how much they mean it. */
export const rfc: Suite = {
  id: 'rfc',
  title: 'RFC points',
  why: 'Clients are written by the RFCs: one that meets something else gives up, tries again for days, or says what nobody understands.',
  checks: [
    ...[...commands, ...transactions, ...sizes, ...starttls(), ...auth(), ...plainMessages()].map(asCheck),
    ...checksBeside(__dirname),
  ],
};
