import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/milter-puts-off',
  kind: 'fault',
  title: 'a milter puts mail off',
  cause:
    'The filter wants the mail to come again: it greylists who it does not know, limits how much a user sends, or lacks what it needs, such as its database. The words are its own. (“Service unavailable - try again later” is said by Postfix, too, of a filter that it can’t reach.)',
  symptoms: {
    log: [
      {
        pattern:
          /milter-reject: \S+ from \S+: (?:4\d\d )?4\.\d\.\d+ (?!Service unavailable|Server configuration problem)/,
        specimen:
          'postfix/cleanup[90]: 87F043F2BE: milter-reject: END-OF-MESSAGE from client.outside.example[198.51.100.7]: 4.7.1 Try again later; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        strength: 'names',
        program: /\/(?:cleanup|smtpd)$/,
      },
      {
        // Postfix’s own words where the milter has none; it uses them, too, where the milter has failed.
        pattern:
          /milter-reject: (?:END-OF-MESSAGE|DATA) from \S+: (?:4\d\d )?4\.7\.1 Service unavailable - try again later/,
        specimen:
          'postfix/cleanup[90]: 87F043F2BE: milter-reject: END-OF-MESSAGE from client.outside.example[198.51.100.7]: 4.7.1 Service unavailable - try again later; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        strength: 'accompanies',
        alternative: true,
        alone: true,
      },
    ],
    facts: [],
    client: '451 4.7.1 Try again later',
  },
  repair: {
    words: 'See in the filter’s own log why, by the queue id; let those who have logged in pass there.',
    commands: [
      'postconf smtpd_milters milter_default_action',
      'grep -i milter /var/log/mail.log | grep warning | tail',
      'systemctl status opendkim rspamd',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/MILTER_README.html',
    'https://www.postfix.org/postconf.5.html#milter_default_action',
  ],
};
