import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/mx-backup-not-verified',
  kind: 'fault',
  title: 'permit_mx_backup can’t find out whether the server is a domain’s backup',
  cause:
    'permit_mx_backup lets mail pass for domains whose MX records name this server. It can’t look them up, or one of their hosts, and puts the mail off. Every stranger’s domain can make it look; spammers use it as well.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!reject_warning: .*)rejected: Unable to (?:look up (?:mail exchanger|host \S+ as mail exchanger)|verify host \S+ as mail exchanger)/,
        specimen:
          'postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4.4.4 <y@elsewhere.example>: Recipient address rejected: Unable to look up mail exchanger information; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client.outside.example>',
        strength: 'names',
      },
    ],
    facts: [],
    client: '450 4.4.4 <…>: Recipient address rejected: Unable to look up mail exchanger information',
  },
  repair: {
    words: 'Name the domains in relay_domains, and leave permit_mx_backup out.',
    commands: [
      'dig +short mx elsewhere.example',
      "postconf -e 'relay_domains = elsewhere.example'",
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e 'smtpd_recipient_restrictions = permit_mx_backup, reject_unauth_destination' \\
  'smtpd_relay_restrictions =' 'permit_mx_backup_networks = 192.0.2.0/24'`,
    provoke: [{ kind: 'mail', port: 25, to: 'x@nowhere.example' }],
    repair: `postconf -X smtpd_relay_restrictions permit_mx_backup_networks
postconf -e 'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'`,
    toldBy: 'log',
    zones: [{ suffix: 'nowhere.example', kind: 'servfail' }],
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#permit_mx_backup'],
};
