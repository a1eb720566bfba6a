import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { relayAddresses } from './relay-addresses';
import { relayDomains } from './relay-domains';
import { relayForms } from './relay-forms';
import { relayMatrix } from './relay-matrix';
import { relaySenders } from './relay-senders';
import { relayShapes } from './relay-shapes';
import { relayStates } from './relay-states';

/** Who has not logged in, and is not trusted by address, relays nothing: by no address and in no spelling. */
export const openRelay: Suite = {
  id: 'open-relay',
  title: 'Open relay',
  why: 'A server that relays for strangers is found within hours, sends their spam, and is then on every block list.',
  checks: [
    ...relayMatrix(),
    ...relayForms(),
    ...relaySenders(),
    ...relayShapes(),
    ...relayStates(),
    ...relayAddresses(),
    ...relayDomains(),
    ...checksBeside(__dirname),
  ],
};
