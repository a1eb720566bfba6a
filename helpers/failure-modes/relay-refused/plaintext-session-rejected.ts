import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/plaintext-session-rejected',
  kind: 'client',
  title: 'mail comes without TLS, and a restriction wants it',
  cause:
    'reject_plaintext_session, or a table that says so for a sender or a recipient, refuses whoever has not said STARTTLS, logged in or not. A program on the same machine or in the same Docker network, such as a webmail, often sends in clear.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: \w+ from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?(?:<[^>]*>: )?(?:[^;]*: )?Session encryption is required;/,
        specimen:
          'postfix/smtpd[108]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4.7.1 Session encryption is required; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
        strength: 'names',
      },
    ],
    facts: [],
    client: '450 4.7.1 Session encryption is required',
  },
  repair: {
    words: 'Let the program use STARTTLS at 587, or TLS at 465; or permit its address before the restriction.',
    commands: [
      'postconf -n | grep -n plaintext_session',
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, reject_plaintext_session, permit_sasl_authenticated, reject_unauth_destination"',
    ],
  },
  reproduction: {
    inject:
      'postconf -e "smtpd_recipient_restrictions = reject_plaintext_session, permit_sasl_authenticated, reject_unauth_destination"',
    provoke: [mailOfUser],
    repair: 'postconf -e "smtpd_recipient_restrictions = permit_sasl_authenticated, reject_unauth_destination"',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    'https://www.postfix.org/postconf.5.html#reject_plaintext_session',
    'https://github.com/mailcow/mailcow-dockerized/issues/26',
  ],
};
