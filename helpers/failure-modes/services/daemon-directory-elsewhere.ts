import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/daemon-directory-elsewhere',
  kind: 'fault',
  title: 'daemon_directory points to where another version of Postfix had its programs',
  cause:
    'main.cf is older than the installed Postfix, of another distribution, or left in a volume by an older image: the programs are in /usr/lib/postfix/sbin (Debian), /usr/libexec/postfix (RHEL, Alpine) or /usr/lib/postfix, and daemon_directory names one of the others.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^|: )fatal: \/\S+\/(?:postfix-script|postmulti-script|post-install|master): No such file or directory$/,
        specimen: 'postfix[41]: fatal: /usr/lib/postfix/postfix-script: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Take the line out of main.cf: Postfix knows where its programs are.',
    commands: [
      'postconf -d daemon_directory meta_directory',
      'grep -n -E "daemon_directory|shlib_directory|meta_directory" /etc/postfix/main.cf',
      'postconf -X daemon_directory; postfix start',
    ],
  },
  unreproduced: 'The images have one version each.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#daemon_directory'],
};
