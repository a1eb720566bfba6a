import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { senderShapes } from './address-shapes';
import { relayAddresses } from './relay-addresses';
import { relayDomains } from './relay-domains';
import { relayForms } from './relay-forms';
import { relayMatrix } from './relay-matrix';
import { relaySenders } from './relay-senders';
import { relayShapes } from './relay-shapes';
import { relayStates } from './relay-states';
import { allSessionStates, sessionStates } from './session-states';

/** Who has not logged in, and is not trusted by address, relays nothing: by no address and in no spelling. */
export const openRelay: Suite = {
  id: 'open-relay',
  title: 'Open relay',
  why: 'A server that relays for strangers is found within hours, sends their spam, and is then on every block list.',
  how: howShapesAreTried(),
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

function howShapesAreTried(): string {
  const states = sessionStates.map(({ words }) => words).join(', ');
  return `Each shape of address (\`form-…\`, \`shape-…\`) is tried on every port in a session of its own, from outside. Besides, all of them
are tried from strangers by IPv4, by IPv6, on a block list and without a name, on every port, in ${sessionStates.length} states of a session: ${states}. Every two of shape,
client, port and state meet at least once, which \`tests/unit/checks/open-relay-pair-plan.test.ts\` proves; not every three do. A server that
relays in one cell alone, where three things meet, is found with \`--thorough\`: then every shape of recipient is tried with ${senderShapes.length} senders,
from each of these clients, on every port, in all states, and in ${allSessionStates.length - sessionStates.length} more that follow on each other, such as a message after a failed login.
A check has two and a half minutes for that; where it does not come to the end of it, it could not tell, and says how far it came.`;
}
