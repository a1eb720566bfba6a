import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sieve-over-limits',
  kind: 'fault',
  title: 'a Sieve script uses more than is allowed',
  cause:
    'Dovecot limits how long a script runs, how large it is, how many actions and redirects it takes, and how deep includes go. A script over a limit is broken off or disabled, and the mail goes to INBOX.',
  symptoms: {
    log: [
      {
        pattern:
          /aborted due to excessive resource usage|cumulative resource (?:usage )?limit exceeded|execution exceeded CPU time limit|(?:number of \S+ actions|total number of actions) exceeds policy limit|sieve script is too large|cannot nest includes deeper|circular include|no more than \d+ includes allowed|[Nn]ot enough disk quota|local policy prohibits the use of a redirect/,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Error: sieve: .dovecot: line 9: error: number of redirect actions exceeds policy limit (5 > 4)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words:
      'Make the script smaller, or raise the limit: sieve_max_redirects, sieve_max_actions, sieve_max_script_size, sieve_max_cpu_time.',
    commands: ['doveconf -n | grep sieve_', 'sievec /home/alice/.dovecot.sieve   # after a change it is tried again'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/sieve/configuration/'],
};
