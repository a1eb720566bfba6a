import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/daemon-directory-elsewhere',
  kind: 'fault',
  title: 'Postfix does not find its own programs or scripts',
  cause:
    'main.cf is older than the installed Postfix, of another distribution, or left in a volume by an older image: the programs are in /usr/lib/postfix/sbin (Debian), /usr/libexec/postfix (RHEL, Alpine) or /usr/lib/postfix, and daemon_directory names one of the others. Or the package is installed in part, or a volume hides the folder. Where the file is there, the shell in its first line is missing.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^|: )fatal: \/\S+\/(?:postfix-script|postmulti-script|post-install|master): No such file or directory$/,
        specimen: 'postfix[41]: fatal: /usr/lib/postfix/postfix-script: No such file or directory',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?:^|: )fatal: (?:daemon_directory = '?\S+: directory not found|chdir\(\/\S*\/postfix(?:\/sbin)?\): No such file)/,
        specimen: 'postfix[41]: fatal: chdir(/usr/libexec/postfix): No such file or directory',
        strength: 'names',
      },
      {
        // Of a program that every Postfix has.
        pattern:
          /^fatal: master_spawn: exec \S+\/(?:qmgr|pickup|cleanup|smtpd|smtp|trivial-rewrite|bounce|local): No such file or directory$/,
        specimen: 'master[35]: fatal: master_spawn: exec /usr/lib64/postfix/qmgr: No such file or directory',
        strength: 'names',
        program: /^(?:postfix\S*\/)?master$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words:
      'Take the line out of main.cf: Postfix knows where its programs are. Install the package anew where they are missing.',
    commands: [
      'ls -l "$(postconf -h daemon_directory)"',
      'postconf -d daemon_directory meta_directory',
      'grep -n -E "daemon_directory|shlib_directory|meta_directory" /etc/postfix/main.cf',
      'postconf -X daemon_directory; postfix start',
    ],
  },
  reproduction: {
    inject: 'postconf -e daemon_directory=/usr/lib64/postfix',
    provoke: [{ kind: 'run', script: 'postfix reload || true' }],
    repair: 'postconf -e "daemon_directory = $(postconf -dh daemon_directory)"',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#daemon_directory'],
};
