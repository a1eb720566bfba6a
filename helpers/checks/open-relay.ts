import type { Suite } from './check';
import { relayAddresses } from './relay-addresses';
import { relayDomains } from './relay-domains';
import { relayForms } from './relay-forms';
import { relayMatrix } from './relay-matrix';
import { relaySenders } from './relay-senders';

/** Who has not logged in, and is not trusted by address, relays nothing: by no address and in no spelling. */
export const openRelay: Suite = {
  id: 'open-relay',
  title: 'Open relay',
  checks: [...relayMatrix(), ...relayForms(), ...relaySenders(), ...relayAddresses(), ...relayDomains()],
};
