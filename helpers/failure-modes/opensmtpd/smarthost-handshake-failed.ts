import type { FailureMode } from '../../model/failure-mode';
import { hangsUp, noRouteLeft } from './shared/next-server';

export const mode: FailureMode = {
  id: 'opensmtpd/smarthost-handshake-failed',
  kind: 'fault',
  title: 'OpenSMTPD and the next server do not come to terms about TLS',
  cause:
    'The relay is asked for TLS with smtp+tls:// or smtps://, and the handshake fails: 587 and 465 are mixed up, the two share no version, or the certificate is not trusted or has another name. A server of no smarthost gets the mail without TLS then.',
  symptoms: {
    log: [
      {
        pattern:
          / mta (?:event=)?(?:closing|error) reason="?(?:tls-failure|tls-connect-failed|IO Error: .*(?:SSL routines|certificate verif|handshake failed|tlsv1 alert))|smtp-out: Error on session [0-9a-f]+: (?:IO Error: (?:.*SSL routines|error:[0-9A-F]{8}:SSL)|.*[Cc]ertificate check failed)/,
        specimen: 'smtpd[53]: 4842dd1772b7c675 mta closing reason=tls-failure',
        strength: 'names',
      },
      {
        pattern: /opportunistic TLS failed, downgrading to plain/,
        specimen:
          'smtpd[53]: smtp-out: Error on session 4842dd1772b7c675: opportunistic TLS failed, downgrading to plain',
        strength: 'accompanies',
      },
      hangsUp,
      noRouteLeft,
      {
        // Before 6.4.
        pattern: /smtp-out: Server certificate verification failed on session/,
        specimen: 'smtpd[53]: smtp-out: Server certificate verification failed on session 4842dd1772b7c675',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'smtp+tls:// with 587, smtps:// with 465; try the handshake by hand.',
    commands: [
      "grep -n 'relay host' /etc/smtpd.conf",
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
