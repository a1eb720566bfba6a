import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/home-missing',
  kind: 'fault',
  title: 'a directory that Exim needs for a local delivery is not there',
  cause:
    'Before a transport writes, Exim changes to the home directory of the user, and the mailbox is below it; a redirect router looks into the directory of the .forward or alias file. It was never made, is on a disk that is not mounted, is a file, or its name in /etc/passwd, in the router, in the transport or in the database is wrong.',
  symptoms: {
    log: [
      {
        pattern:
          /defer \((?:2|20)\): (?:No such file or directory|Not a directory): (?:failed to chdir to|cannot create|failed to create directories for|while creating) /,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=maildir_home defer (2): No such file or directory: failed to chdir to /home/alice',
        strength: 'names',
      },
      {
        pattern: /R=\S+ defer \(-?\d+\): failed to stat \/\S+ \(No such file or directory\)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == news@example.test R=userforward defer (-1): failed to stat /var/spool/news/. (No such file or directory)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Make the directory for its user, or correct its name.',
    commands: [
      'exim -bt alice@example.test',
      'getent passwd alice',
      'findmnt -T /home/alice',
      'install -d -o alice -g alice -m 700 /home/alice',
      'exim -qff',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-environment_for_running_local_transports.html',
  ],
};
