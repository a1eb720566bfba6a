import type { FailureMode } from '../../model/failure-mode';
import { namelessClientReply } from '../../postfix/replies';
import { mailOfStranger } from '../shared/client-steps';
import { privateAddress } from '../shared/relay-denied';

export const mode: FailureMode = {
  id: 'dns/name-does-not-point-back',
  kind: 'noise',
  title: 'the name in a client’s PTR record does not lead back to its address',
  cause:
    'Postfix believes a reverse name only if that name has the client’s address. Providers give PTR records for which no A record exists, and forgers write whatever they like; the client is `unknown` then. “Temporary failure” or “try again” at the end: the resolver got no answer, and if it is so with all clients, it is the server’s own. By itself that is harmless; where reject_unknown_client is set, the client is rejected.',
  symptoms: {
    log: [
      {
        pattern: /^warning: hostname \S+ does not resolve to address ([\da-f.:]+?)(?::\s|$)/i,
        specimen:
          'postfix/smtpd[148]: warning: hostname client.outside.example does not resolve to address 198.51.100.7: Name or service not known',
        strength: 'names',
        // The name of a private address is one of /etc/hosts or of Docker, and nobody’s PTR record.
        applies: ([, address = '']) => !privateAddress.test(address),
      },
      {
        // Before Postfix 2.9.
        pattern:
          /^warning: (?:smtpd_peer_init: )?[\da-f.:]+: (?:hostname \S+ verification failed: |address not listed for hostname \S+$)/i,
        specimen: 'postfix/smtpd[148]: warning: 198.51.100.7: address not listed for hostname client.outside.example',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: `Nothing; with reject_unknown_client ${namelessClientReply}, [198.51.100.7]`,
  },
  repair: {
    words: 'The owner of the address makes PTR and A records agree.',
    commands: ['dig +short -x 198.51.100.7', 'dig +short client.outside.example'],
  },
  reproduction: {
    // Without a check for names, so that the line is all there is to see.
    inject: 'postconf -e smtpd_client_restrictions=permit_mynetworks',
    provoke: [{ ...mailOfStranger, to: 'local' }],
    repair: ':',
    zones: [{ suffix: 'client.outside.example', kind: 'nxdomain' }],
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#reject_unknown_client_hostname'],
};
