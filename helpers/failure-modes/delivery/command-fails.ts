import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';
import { taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/command-fails',
  kind: 'fault',
  follows: true,
  title: 'the program to which Postfix pipes mail fails',
  cause:
    'The program is that of a service of pipe in master.cf, or of mailbox_command, an alias or a .forward, and it ends with an error: it is not there, may not be run or read its own files as that user (SELinux and AppArmor forbid it, too), or gets arguments that it does not know. Signal 9 is another’s doing, as the kernel’s where memory runs out; with 6 or 11 it has crashed. What it printed stands behind “Command output”; without it, the program said nothing or was not found.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: to=.*relay=[\w-]+, .*status=(?:deferred|bounced) \((?:temporary failure|command line usage error|Command died with status \d+|Command time limit exceeded|can't create user output file|internal software error|remote error in protocol|local configuration error)/,
        specimen:
          'postfix/pipe[2689]: 1BB6642432: to=<alice@example.test>, relay=dovecot, delay=626, delays=626/0.07/0/0.1, dsn=4.3.0, status=deferred (temporary failure. Command output: maildrop: Unable to open mailbox. )',
        strength: 'suggests',
        program: programOf('pipe'),
      },
      {
        pattern: /^fatal: pipe_command: execvp \S+: (?:No such file or directory|Permission denied)/,
        specimen: 'postfix/pipe[2689]: fatal: pipe_command: execvp /usr/lib/dovecot/deliver: No such file or directory',
        strength: 'names',
        program: programOf('pipe'),
        alternative: true,
      },
      {
        pattern: /\(Command died with signal (?!25\b)\d+: "|^fatal: (?:pipe_command: )?execvp \/\S+: Permission denied/,
        specimen:
          'postfix/pipe[9]: 4XyZab1234: to=<alice@example.test>, relay=spamassassin, delay=1, delays=0/0/0/1, dsn=5.3.0, status=bounced (Command died with signal 11: "/usr/bin/spamc")',
        strength: 'names',
        program: programOf('(?:pipe|local)'),
        alternative: true,
      },
      {
        pattern: /^warning: (?:pipe_command|\w+): (?:write|read|child wait) time limit exceeded$/,
        specimen: 'postfix/pipe[9]: warning: pipe_command: read time limit exceeded',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Start the program by hand as that user with the arguments of master.cf.',
    commands: [
      'postconf -M | grep -A1 pipe',
      'sudo -u vmail /usr/lib/dovecot/dovecot-lda -d alice@example.test </dev/null; echo $?',
    ],
  },
  reproduction: {
    inject: `postconf -M -e 'deliver/unix=deliver unix - n n - - pipe user=nobody argv=/bin/false'
postconf -e 'mailbox_transport = deliver' 'deliver_destination_recipient_limit = 1'
printf '#!/bin/sh\\nexit 75\\n' >/usr/local/bin/deliver; chmod 755 /usr/local/bin/deliver
postconf -M -e 'deliver/unix=deliver unix - n n - - pipe user=nobody argv=/usr/local/bin/deliver'`,
    provoke: [mailToLocalUser],
    repair: 'postconf -X mailbox_transport; postqueue -f',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/pipe.8.html', 'https://www.postfix.org/FILTER_README.html'],
};
