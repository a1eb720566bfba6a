import type { FailureMode } from '../../model/failure-mode';
import { nobodyAnswers, noticedBy } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/mail-owner-shared',
  kind: 'fault',
  title: 'two users or groups that Postfix must tell apart have the same number',
  cause:
    'The queue is to be postfix’s alone, so Postfix refuses to run when another name has the same number: after a passwd file was merged by hand, or a container was given a number for its user that was taken. Or main.cf names the same one twice: mail_owner, default_privs and setgid_group must be of different users and groups.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: file \S+\/main\.cf: (?:parameter \w+: user \S+ has (?:the )?same user ID (?:\d+ )?as |parameters \w+ and \w+(?: specify the same user|: (?:users|user) \S+ and (?:group )?\S+ have the same))/,
        specimen:
          'postfix/master[3371]: fatal: file /etc/postfix/main.cf: parameter mail_owner: user postfix has same user ID as mailer',
        strength: 'names',
      },
    ],
    facts: [],
    client: nobodyAnswers,
  },
  repair: {
    words: 'Give the other user a number of its own, or leave default_privs at nobody.',
    commands: [
      'postconf mail_owner default_privs setgid_group',
      'getent passwd | sort -t: -nk3',
      'usermod -u 1200 mailer',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: 'sed -i "1imailer:x:$(id -u postfix):$(id -g postfix)::/:/bin/false" /etc/passwd',
    provoke: [],
    repair: "sed -i 's/^mailer:x:[0-9]*:/mailer:x:1200:/' /etc/passwd",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html#mail_owner'],
};
