import type { FailureMode } from '../../model/failure-mode';
import { notAccepted, unknownProtocol } from './shared/handshakes';

export const mode: FailureMode = {
  id: 'tls/unknown-protocol',
  kind: 'client',
  title: 'a client speaks in clear at the port for implicit TLS, or only TLS versions that are too old',
  cause:
    'OpenSSL up to 1.0.2 writes the same line for both: what the client begins with is no TLS that this server takes. ' +
    'Newer ones tell "wrong version number" or "http request" from "unsupported protocol".',
  symptoms: { log: [unknownProtocol, notAccepted], facts: [], client: 'The connection ends in the handshake' },
  repair: {
    words: 'In the client: 465 with SSL/TLS, or 587 with STARTTLS. If it is set so, renew its software.',
    commands: ['postconf smtpd_tls_protocols smtpd_tls_mandatory_protocols'],
  },
  unreproduced: 'It takes OpenSSL 1.0.2 or older, which none of the images has.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8314 section 3.3', 'https://www.postfix.org/postconf.5.html#smtpd_tls_protocols'],
};
