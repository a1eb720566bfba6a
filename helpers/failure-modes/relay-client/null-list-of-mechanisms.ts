import type { FailureMode } from '../../model/failure-mode';
import { smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/null-list-of-mechanisms',
  kind: 'fault',
  title: 'the next server says AUTH and names no mechanism',
  cause:
    'Its answer to EHLO has an AUTH line with nothing behind it: its SASL has no mechanism that it may offer, on this port or before TLS. It is theirs to mend; on this side 587 with STARTTLS, or 465, may be better.',
  symptoms: {
    log: [
      smtp(
        /^warning: host \S+ offered null AUTH mechanism list/,
        'warning: host smarthost.example.test[192.0.2.30]:587 offered null AUTH mechanism list',
        'names',
      ),
    ],
    facts: [],
    client: 'Nothing: the mail waits, or leaves without a login.',
  },
  repair: {
    words: 'Look at what it offers behind TLS.',
    commands: [
      'openssl s_client -quiet -starttls smtp -connect smarthost.example.test:587',
      "postconf -e 'smtp_tls_security_level = encrypt'",
    ],
  },
  unreproduced: 'It takes a server that is broken so.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 3'],
};
