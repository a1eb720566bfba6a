import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/main-cf-missing',
  kind: 'fault',
  title: 'main.cf is not there, or not where the program looks for it',
  cause:
    'Debian’s package writes main.cf when it asks its questions; with "No configuration", in an installation without a terminal, or with an empty volume at /etc/postfix there is none. Or -c or MAIL_CONFIG names another folder, or a web application calls sendmail in a chroot of its own. Every command of Postfix ends at once, sendmail too, which cron and web applications call.',
  symptoms: {
    log: [
      {
        pattern: /(?:^|: )fatal: open \/\S+\/main\.cf: No such file or directory$/,
        specimen: 'postfix/sendmail[3294]: fatal: open /etc/postfix/main.cf: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; programs that call sendmail get exit status 75.',
  },
  repair: {
    words: 'Let the package set it up, or copy the one that it ships.',
    commands: [
      'dpkg-reconfigure postfix',
      'cp /usr/share/postfix/main.cf.debian /etc/postfix/main.cf   # RHEL: rpm -qc postfix',
      'postfix check',
    ],
  },
  unreproduced: 'The images all have a main.cf.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/BASIC_CONFIGURATION_README.html'],
};
