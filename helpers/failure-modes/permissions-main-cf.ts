import type { FailureMode } from '../model/failure-mode';
import { localUserMails, nobodyAnswers, setPermissions } from './permissions';

const noticedBy = ['no-mechanisms/usable-on-587'] as const;

/** main.cf can not be read, or names owners that are not there: every Postfix program refuses to start. */
export const permissionsOfMainCf: readonly FailureMode[] = [
  {
    id: 'permissions/main-cf-closed',
    kind: 'fault',
    title: 'main.cf can be read by root alone',
    cause:
      'Somebody took main.cf for secret. The daemons read it before they give up being root, and go on; sendmail and ' +
      'mailq, called by users, cron jobs and web applications, end at once. Secrets belong in files that main.cf names.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: open \/\S+\/main\.cf: Permission denied$/,
          specimen: 'postfix/sendmail[3294]: fatal: open /etc/postfix/main.cf: Permission denied',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Nothing over SMTP; sendmail(1) fails.',
    },
    repair: { words: 'Let everybody read it.', commands: ['chmod 644 /etc/postfix/main.cf'] },
    reproduction: {
      inject: 'chmod 600 /etc/postfix/main.cf',
      provoke: [localUserMails],
      repair: 'chmod 644 /etc/postfix/main.cf',
      restart: false,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [setPermissions],
  },
  {
    id: 'permissions/mail-owner-unknown',
    kind: 'fault',
    title: 'there is no such user as mail_owner says',
    cause:
      'main.cf comes from another system, or has a typing error, or the image lacks the user: every Postfix program looks ' +
      'mail_owner up when it starts, and ends.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: file \S+\/main\.cf: parameter (?:mail_owner|default_privs): unknown user name value: /,
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
      commands: ['getent passwd postfix', 'postconf -e mail_owner=postfix', 'systemctl restart postfix'],
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
  },
  {
    id: 'permissions/mail-owner-shared',
    kind: 'fault',
    title: 'the user postfix shares its number with another user',
    cause:
      "The queue is to be postfix's alone, so Postfix refuses to run when another name has the same number: after a " +
      'passwd file was merged by hand, or a container was given a number for its user that was taken.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: file \S+\/main\.cf: parameter \w+: user \S+ has (?:the )?same user ID (?:\d+ )?as /,
          specimen:
            'postfix/master[3371]: fatal: file /etc/postfix/main.cf: parameter mail_owner: user postfix has same user ID as mailer',
          strength: 'names',
        },
      ],
      facts: [],
      client: nobodyAnswers,
    },
    repair: {
      words: 'Give the other user a number of its own.',
      commands: ['getent passwd | sort -t: -nk3', 'usermod -u 1200 mailer', 'systemctl restart postfix'],
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
  },
  {
    id: 'permissions/setgid-group-unknown',
    kind: 'fault',
    title: 'there is no such group as setgid_group says',
    cause:
      'main.cf comes from another system (the group is `maildrop` on some), or has a typing error. Every Postfix program, ' +
      'sendmail included, ends when it starts.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: file \S+\/main\.cf: parameter setgid_group: unknown group name: /,
          specimen:
            'postfix/master[3413]: fatal: file /etc/postfix/main.cf: parameter setgid_group: unknown group name: postdrp',
          strength: 'names',
        },
      ],
      facts: [],
      client: nobodyAnswers,
    },
    repair: {
      words: 'Name the group of the package.',
      commands: ['ls -l /usr/sbin/postdrop', 'postconf -e setgid_group=postdrop', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: 'postconf -e setgid_group=postdrp',
      provoke: [],
      repair: "sed -i 's/^setgid_group *=.*/setgid_group = postdrop/' /etc/postfix/main.cf",
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: ['https://www.postfix.org/postconf.5.html#setgid_group'],
  },
  {
    id: 'permissions/continuation-flush-left',
    kind: 'fault',
    title: 'a continuation line in main.cf begins at the left margin',
    cause:
      'A line that continues the one above must begin with white space. Text pasted from a web page has often lost it, so ' +
      'that `reject_rbl_client …,` reads as a parameter without a value. Every Postfix program refuses the whole file: ' +
      'start, stop and reload fail, and a master that still runs can start no more services.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: \S+\/main\.cf, line \d+: missing '=' after attribute name: "[^?]/,
          specimen: `postfix[32995]: fatal: /etc/postfix/main.cf, line 57: missing '=' after attribute name: "reject_rhsbl_client rhsbl.ahbl.org,"`,
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Connection refused; or, where the old master lives, silence.',
    },
    repair: {
      words: 'Indent the line that the log names, and those below that belong to it.',
      commands: [
        "sed -i 's/^reject_/    reject_/' /etc/postfix/main.cf",
        'postconf -n >/dev/null',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "sed -i 's/^  *reject_rbl_client spamcop/reject_rbl_client spamcop/' /etc/postfix/main.cf",
      provoke: [],
      repair: "sed -i 's/^reject_/    reject_/' /etc/postfix/main.cf",
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: ['https://www.postfix.org/postconf.5.html'],
  },
  {
    id: 'permissions/full-width-space-in-main-cf',
    kind: 'fault',
    title: 'a line in main.cf is indented by a full-width space',
    cause:
      'Japanese web pages indent with U+3000, which looks like two blanks and is no white space to Postfix: the line is one ' +
      'of its own, and has no value. In the log each of its three bytes is a question mark. A no-break space (U+00A0) ' +
      'does the same, with two.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: \S+\/main\.cf, line \d+: missing '=' after attribute name: "\?\?/,
          specimen: `postfix[33937]: fatal: /etc/postfix/main.cf, line 57: missing '=' after attribute name: "???reject_unknown_client,"`,
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Connection refused; or, where the old master lives, silence.',
    },
    repair: {
      words: 'Replace the characters by blanks.',
      commands: [
        "grep -nP '[^\\x00-\\x7F]' /etc/postfix/main.cf",
        "sed -i 's/\\xe3\\x80\\x80/  /g; s/\\xc2\\xa0/ /g' /etc/postfix/main.cf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject:
        "LC_ALL=C sed -i 's/^  *reject_unknown_client/\\xe3\\x80\\x80reject_unknown_client/' /etc/postfix/main.cf",
      provoke: [],
      repair: "LC_ALL=C sed -i 's/\\xe3\\x80\\x80/  /g; s/\\xc2\\xa0/ /g' /etc/postfix/main.cf",
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: ['https://www.postfix.org/postconf.5.html'],
  },
];
