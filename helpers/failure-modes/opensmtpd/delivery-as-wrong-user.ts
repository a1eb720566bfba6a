import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/delivery-as-wrong-user',
  kind: 'fault',
  title: 'OpenSMTPD runs the delivery as its own user, and not as the one of the table',
  cause:
    'The uid and gid of the userinfo table are used only where the action leaves the user open. Behind an upgrade to 7 the delivery of some servers ran as smtpd’s own unprivileged user: the program may not enter the mailbox or refuses to run, whatever the folder’s mode.',
  symptoms: {
    log: [
      {
        pattern: /smtpd: forking mda for session [0-9a-f]{16}: .* as _?smtpd$/,
        specimen: 'smtpd[53]: debug: smtpd: forking mda for session 8ed13ca11c1e1c09: 3 as smtpd',
        strength: 'names',
      },
      {
        pattern: /mlmmj-receive\.c:\d+: Have to invoke either as root or as the user owning listdir/,
        specimen:
          '/usr/bin/mlmmj-receive[114552]: mlmmj-receive.c:112: Have to invoke either as root or as the user owning listdir Invoked with uid = [997]',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Name the user in the action, or update.',
    commands: [
      'grep -nE "^action|userbase|virtual" /etc/smtpd.conf   # action "local" mda "…" virtual <aliases> user vmail',
      'smtpd -h',
      'smtpctl schedule all',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/1225'],
};
