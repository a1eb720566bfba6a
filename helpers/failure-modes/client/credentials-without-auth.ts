import type { FailureMode } from '../../model/failure-mode';
import { toSee } from '../shared/facts';
import { ofElsewhere, strangerDenied454, strangerDenied554 } from '../shared/relay-denied';
import { smtpdSetting } from '../shared/service-settings';
import { relayAccessDenied, relayingDenied, relayNotPermitted } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/credentials-without-auth',
  kind: 'client',

  title: 'a client has credentials, is offered no AUTH where it connects, and sends without',
  cause:
    'Some programs send without a login where the server does not offer one, and report no error of their own: curl 8.14, Nodemailer and dma do, with user and password set. At a port without AUTH, or before STARTTLS where AUTH is only offered inside, all that they meet is the refusal to relay. dma goes on so too where it has no TLS and may not log in in clear.',
  symptoms: {
    log: [
      ofElsewhere(strangerDenied554),
      ofElsewhere(strangerDenied454),
      relayingDenied,
      relayAccessDenied,
      {
        // dma writes the id of the mail where others write that of the process.
        pattern: /(?:^|\bdma\[[\w.]+\]: )SMTP login not available\. Trying without\.$/,
        specimen: 'dma[1f2e3]: SMTP login not available. Trying without.',
        strength: 'names',
      },
      relayNotPermitted,
    ],
    facts: [
      toSee('the program that sends has a user and a password', 'its own settings'),
      smtpdSetting(
        'an smtpd offers no AUTH, or none before STARTTLS',
        'postconf smtpd_sasl_auth_enable smtpd_tls_auth_only; postconf -P | grep -E "auth_enable|auth_only"',
        (get) => get('smtpd_sasl_auth_enable') !== 'yes' || get('smtpd_tls_auth_only') === 'yes',
      ),
    ],
    client: 'No 250-AUTH in the answer to EHLO, then 554 5.7.1 <x@elsewhere.example>: Relay access denied',
  },
  repair: {
    words: 'Let the client connect to 587 and demand STARTTLS (curl: --ssl-reqd; Nodemailer: requireTLS), or to 465.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'The wire is the same as of a client without credentials; only the client’s settings tell.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/corecode/dma/issues/50', 'RFC 4954 section 4', 'RFC 8314'],
};
