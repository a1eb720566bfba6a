import type { VantagePoint } from '../../model/vantage';
import type { Variant } from '../../targets/target';
import { domains } from './domains-of-senders';
import { impatientResolver } from './impatient-resolver';
import { listClients, listZones } from './lists';
import { insideWithoutName, nameless } from './nameless-clients';

/** The how-to's own server, with clients and senders about which DNS says everything that it can: one for all questions. */
export const dnsAnswers: Variant = {
  name: 'dns-answers',
  before: impatientResolver,
  vantagePoints: [
    ...listClients.map(({ point }) => point),
    ...nameless.map(({ name, address, hostname }): VantagePoint => ({ name: `dns:client ${name}`, address, hostname })),
    insideWithoutName,
  ],
  zones: [
    ...listZones(),
    ...nameless.flatMap(({ address, hostname = '', zone }) =>
      zone(hostname, `${address.split('.').reverse().join('.')}.in-addr.arpa`),
    ),
    ...domains.map(({ name, zone }) => zone(`${name}.sender.example`)),
  ],
};
