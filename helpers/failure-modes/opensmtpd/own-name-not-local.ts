import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/own-name-not-local',
  kind: 'fault',
  title: 'OpenSMTPD sends mail for a bare host name out, most often its own, where nobody has it',
  cause:
    'Cron and programs write to root, which becomes root@host, with the name that the machine has. `for local` knows the name of the server and localhost; the bare one is taken for a domain elsewhere, and no DNS has it. A name that is not this machine’s is a mistyped address, or a relay that is to be named in full.',
  symptoms: {
    log: [
      {
        pattern: /smtp-out: Failed to resolve MX for \[relay:[\w-]+[\],]/,
        specimen: 'smtpd[53]: smtp-out: Failed to resolve MX for [relay:node1,smtp]: Domain does not exist',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and comes back.',
  },
  repair: {
    words: 'Let the rule for local mail have the bare name too, or give the machine a full one in /etc/mail/mailname.',
    commands: [
      'hostname; cat /etc/mail/mailname',
      'grep -n ^match /etc/smtpd.conf   # match from local for domain { node1 } action "local"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/1263'],
};
