import type { FailureMode } from '../../model/failure-mode';
import { commandRejected } from '../relay-client/shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'services/milter-refuses',
  kind: 'client',
  title: 'a milter refuses a mail',
  cause:
    'A filter such as rspamd, ClamAV or OpenDMARC has judged the mail: spam, a virus, a sender that is not proven or not the user’s own, or more or larger mail than it allows. Postfix passes on the filter’s words, and says “Command rejected” where it has none. Where it meets users who have logged in, the filter does not know them as such.',
  symptoms: {
    log: [
      {
        pattern:
          /milter-reject: \S+ from \S+: (?:5\d\d )?5\.\d\.\d+ (?!Service unavailable|Server configuration problem)/,
        specimen:
          'postfix/cleanup[90]: 87F043F2BE: milter-reject: END-OF-MESSAGE from client.outside.example[198.51.100.7]: 5.7.1 Spam message rejected; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        strength: 'names',
        program: /\/(?:cleanup|smtpd)$/,
      },
      {
        // milter-regex.
        pattern: /\[[^\]]*\] ?(?:\[[^\]]*\])?: REJECT: .*, HELO: /,
        specimen:
          'milter-regex[2318]: client.outside.example [198.51.100.7]: REJECT: Spoofed HELO, HELO: [127.0.0.1], FROM: , RCPT: , From: , To: , Subject: ',
        strength: 'names',
        alternative: true,
      },
      commandRejected,
    ],
    facts: [],
    client: '554 5.7.1 Spam message rejected',
  },
  repair: {
    words: 'See in the filter’s own log why, by the queue id; let those who have logged in pass there.',
    commands: [
      'grep 87F043F2BE /var/log/rspamd/rspamd.log',
      'postconf smtpd_milters non_smtpd_milters milter_macro_daemon_name',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/MILTER_README.html'],
};
