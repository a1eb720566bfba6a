import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { rejects } from '../shared/log-signs';

export const mode: FailureMode = {
  id: 'relay-refused/address-not-verified',
  kind: 'fault',
  title: 'smtpd tries a delivery to see whether an address exists, and gets no good answer',
  cause:
    'reject_unverified_recipient or reject_unverified_sender lets Postfix try a delivery before it takes the mail. ' +
    'What it says behind "unverified address" or "undeliverable address" is the answer of that try: the next server ' +
    'is down, refuses this one, greylists it, or does not know the address. The answer is remembered for hours.',
  symptoms: {
    log: [
      rejects(
        /<.*>: (?:Recipient|Sender) address rejected: (?:unverified|undeliverable) address: (?!mail for \S+ loops back)/,
        'postfix/smtpd[714]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4.1.1 <alice@example.test>: Recipient address rejected: unverified address: connect to 127.0.0.1[127.0.0.1]:9: Connection refused; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        'names',
      ),
      {
        pattern: /(?<!reject_warning: .*)(?:Sender|Recipient) address rejected: address verification problem/,
        specimen:
          'postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4.1.7 <x@outside.example>: Sender address rejected: address verification problem; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client.outside.example>',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '450 4.1.1 <alice@example.test>: Recipient address rejected: unverified address: connect to …',
  },
  repair: {
    words:
      'Mend what the try ran into, and forget what it has found; or verify recipients of own domains by a table instead.',
    commands: [
      'postmap -s "$(postconf -h address_verify_map)" | grep alice@example.test',
      "postconf smtpd_recipient_restrictions smtpd_sender_restrictions | grep -o 'reject_unverified_[a-z]*'",
    ],
  },
  reproduction: {
    inject: `postconf -e 'smtpd_recipient_restrictions = reject_unverified_recipient, permit_mynetworks, reject_unauth_destination'
echo 'example.test smtp:[127.0.0.1]:9' >/etc/postfix/verify_by
postmap hash:/etc/postfix/verify_by
postconf -e address_verify_transport_maps=hash:/etc/postfix/verify_by address_verify_poll_delay=1s`,
    provoke: [mailToLocalUser],
    repair:
      "postconf -e 'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'",
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/ADDRESS_VERIFICATION_README.html',
    'https://www.postfix.org/postconf.5.html#reject_unverified_recipient',
  ],
};
