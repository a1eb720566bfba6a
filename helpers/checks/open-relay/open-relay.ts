import type { Suite } from '../check';
import { relayDomains } from './relay-domains';
import { relayForms } from './relay-forms';
import { relayMatrix } from './relay-matrix';

/** Who has not logged in, and is not trusted by address, relays nothing: by no address and in no spelling. */
export const openRelay: Suite = {
  id: 'open-relay',
  title: 'Open relay',
  why: 'A server that relays for strangers is found within hours, sends their spam, and is then on every block list.',
  checks: [...relayMatrix(), ...relayForms(), ...relayDomains()],
};
