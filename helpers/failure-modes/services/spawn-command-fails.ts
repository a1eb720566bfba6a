import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/spawn-command-fails',
  kind: 'fault',
  title: 'spawn can’t execute its program, or the program takes too long',
  cause:
    'master.cf starts a policy server or a table by spawn with argv=: the path is wrong, its interpreter is missing, the user of user= may not execute it (mode, noexec, SELinux, AppArmor), it is built for another processor, or it does not end within the time limit of the service.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: spawn_command: execvp /,
        specimen: 'postfix/spawn[9]: fatal: spawn_command: execvp /usr/bin/policyd-spf: No such file or directory',
        strength: 'names',
      },
      {
        pattern: /: process id \d+: command time limit exceeded$/,
        specimen: 'postfix/spawn[9]: warning: /usr/bin/python3: process id 77: command time limit exceeded',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.5 Server configuration error',
  },
  repair: {
    words: 'Correct the path or the rights; give it more time.',
    commands: [
      'postconf -M | grep spawn; namei -l /usr/bin/policyd-spf; head -1 /usr/bin/policyd-spf',
      'journalctl -k | grep -iE "avc|apparmor"',
      'sudo -u nobody /usr/bin/policyd-spf </dev/null',
      "postconf -e 'policyd-spf_time_limit = 3600'",
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/spawn.8.html', 'https://www.postfix.org/SMTPD_POLICY_README.html'],
};
