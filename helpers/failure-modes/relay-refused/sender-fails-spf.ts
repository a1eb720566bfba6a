import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/sender-fails-spf',
  kind: 'client',
  title: 'the SPF check refuses a sender: its domain does not let the client send for it, or its record can’t be used',
  cause:
    'A policy service has asked the sender’s SPF record, and it does not have the client’s address: a forwarder, a program that writes with an address of elsewhere, or a forgery. With temperror or permerror the record was not answered, or is malformed. Where users who have logged in meet this, the check stands before permit_sasl_authenticated.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: [A-Z]+ from \S+\[(?!(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|f[cd])[\da-fA-F.:]+\](?::\d+)?: [45]\d\d (?:[45]\.\d+\.\d+ )?<[^>]*>: (?:Recipient address rejected: |Sender address rejected: |Helo command rejected: ).*(?:\bSPF\b|openspf\.|domain owner discourages)/,
        specimen:
          'postfix/smtpd[90]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 550 5.7.23 <alice@example.test>: Recipient address rejected: Message rejected due to: SPF fail - not authorized; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        strength: 'names',
      },
      {
        pattern: /REJECT during call 'spf' handler/,
        specimen: "/usr/lib64/plesk-9.0/psa-pc-remote[23076]: REJECT during call 'spf' handler",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 5.7.23 … Message rejected due to: SPF fail - not authorized',
  },
  repair: {
    words: 'Nothing for strangers. For users, permit logins before the check; for forwarders, skip their addresses.',
    commands: ['dig +short outside.example TXT | grep spf1', 'postconf smtpd_recipient_restrictions'],
  },
  unreproduced: 'Our images have no policy service for SPF.',
  versions: {},
  noticedBy: [],
  references: ['RFC 7208'],
};
