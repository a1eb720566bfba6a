import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/policy-command-ends',
  kind: 'fault',
  title: 'a command that spawn runs, such as a policy service, ends with an error or complains of its configuration',
  cause:
    'spawn starts a program such as policyd-spf for each client that smtpd asks for. Status 1 is most often an error in the program’s configuration or a missing Python or Perl module, of which it tells in its own lines; 126 or 127 that a script in it finds no program; a signal means that it was killed. smtpd then says 451 4.3.5 Server configuration problem. A name of a setting that policyd-spf does not know it only leaves out.',
  symptoms: {
    log: [
      {
        // Signal 15 is that of whoever stops Postfix.
        pattern: /^warning: command \S+ (?:exit status [1-9]\d*|killed by signal (?!15$)\d+)$/,
        specimen: 'postfix/spawn[12]: warning: command /usr/bin/policyd-spf exit status 1',
        strength: 'names',
        program: /spawn$/,
      },
      {
        pattern:
          /ERROR: Unknown name "\w+" in file "|Configuration item "\w+" not defined in file "|ERROR: Could not match line "|Configuration File parsing error: /,
        specimen:
          'policyd-spf[12]: ERROR: Unknown name "Mail_From_rejected" in file "/etc/postfix-policyd-spf-python/policyd-spf.conf"',
        strength: 'names',
        alternative: true,
        program: /^(?:policyd-spf|python3?|pyspf-milter)$/,
      },
    ],
    facts: [],
    client: '451 4.3.5 Server configuration problem; nothing where a setting is only left out',
  },
  repair: {
    words: 'Run the command by hand as its user, with a request on its input, and mend what it says.',
    commands: [
      'postconf -M | grep spawn',
      'printf "request=smtpd_access_policy\\nclient_address=192.0.2.1\\nsender=alice@example.org\\n\\n" | sudo -u policyd-spf /usr/bin/policyd-spf',
    ],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/spawn.8.html', 'https://www.postfix.org/SMTPD_POLICY_README.html'],
};
