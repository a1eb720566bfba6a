import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/cannot-fork',
  kind: 'fault',
  title: 'Exim can’t start another process',
  cause:
    'Each connection and each delivery is a process. The user’s or the container’s limit of processes is reached, there is no memory left, or with `Too many open files` no descriptor for the pipe to it; most often too many deliveries run at a time, or scanners fill the machine.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:process|daemon:.*) fork failed: |daemon: fork of queue-runner process failed|fork failed for (?:remote|local) delivery|fork\(\) failed when starting daemon|[Ff]ailed to create child process (?:for \S+ transport|to send )|(?:router|string .*:) couldn't create child process|failed to fork automatic delivery process|fork of delivery process from queue runner/,
        specimen: '2026-11-24 23:49:37 daemon: fork of queue-runner process failed: Resource temporarily unavailable',
        strength: 'names',
      },
    ],
    facts: [],
    client: '421, or a connection that closes',
  },
  repair: {
    words: 'Raise the limits, or let Exim do less at a time.',
    commands: [
      'ps -ef | grep -c "[e]xim"',
      'systemctl show exim4 -p TasksMax -p TasksCurrent',
      'free -m',
      'exim -bP queue_run_max smtp_accept_max remote_max_parallel',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
