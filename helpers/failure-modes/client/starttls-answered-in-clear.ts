import type { FailureMode } from '../../model/failure-mode';
import { clearBehindStarttls } from './shared/session-notes';
import { noTlsThere } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/starttls-answered-in-clear',
  kind: 'fault',
  title: 'a server takes STARTTLS with 220, and then speaks no TLS',
  cause:
    'The relay offers STARTTLS and answers it, and what follows is no handshake: its TLS is broken or half set up, or a proxy, a firewall or a virus scanner between the two passes the words on and not the handshake.',
  symptoms: {
    log: [
      clearBehindStarttls,
      {
        // Perl.
        pattern: /can't STARTTLS: 2\.0\.0 Ready to start TLS/,
        specimen: "can't STARTTLS: 2.0.0 Ready to start TLS",
        strength: 'suggests',
        alternative: true,
      },
      noTlsThere,
    ],
    facts: [],
    client: '220 in answer to STARTTLS, then no TLS',
  },
  repair: {
    words:
      'Mend TLS on the server, or take STARTTLS out of its answer to EHLO. Until then let the client leave it out where the network is trusted.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:25'],
  },
  unreproduced: 'Its lines are those of clients; a Postfix that offers STARTTLS speaks TLS.',
  versions: {},
  noticedBy: [],
  references: ['RFC 3207 section 4', 'https://github.com/bbottema/simple-java-mail/issues/655'],
};
