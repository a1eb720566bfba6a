import type { FailureMode } from '../../model/failure-mode';
import { nobodyAnswers, noticedBy } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/mail-owner-unknown',
  kind: 'fault',
  title: 'mail_owner or default_privs names a user that does not exist, or one with root’s rights',
  cause:
    'main.cf comes from another system, or has a typing error, or the image lacks the user: every Postfix program looks mail_owner and default_privs up when it starts, and ends. “privileged”: the user is there, and has the number or the group of root, which Postfix does not take.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: file \S+\/main\.cf: parameter (?:mail_owner|default_privs): (?:unknown user name value: |user \S+ has privileged (?:user|group) ID)/,
        specimen:
          'postfix/master[3332]: fatal: file /etc/postfix/main.cf: parameter mail_owner: unknown user name value: posfix',
        strength: 'names',
      },
    ],
    facts: [],
    client: nobodyAnswers,
  },
  repair: {
    words: 'Name the user of the package, or install the package properly.',
    commands: [
      'postconf mail_owner default_privs',
      'getent passwd postfix',
      'postconf -e mail_owner=postfix',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e mail_owner=posfix',
    provoke: [],
    repair: "sed -i 's/^mail_owner *=.*/mail_owner = postfix/' /etc/postfix/main.cf",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html#mail_owner'],
};
