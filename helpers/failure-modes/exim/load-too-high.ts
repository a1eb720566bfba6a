import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/load-too-high',
  kind: 'fault',
  title: 'Exim takes no mail or runs no queue, since the machine is too busy',
  cause:
    'smtp_load_reserve, queue_only_load and deliver_queue_load_max name a load above which Exim serves only the hosts of smtp_reserve_hosts, or leaves the queue alone. A machine with many processors has such a load while it is idle; else something eats its time, most often the scanner or a web application that is abused.',
  symptoms: {
    log: [
      {
        pattern:
          /refused: load average = |not in reserve list and load average = |Abandon queue run: .*\(load [\d.]+, max /,
        specimen: '2026-11-24 23:49:37 Connection from [198.51.100.7] refused: load average = 18.20',
        strength: 'names',
      },
    ],
    facts: [],
    client: '421 Too much load; please try again later.',
  },
  repair: {
    words: 'Find what makes the load; raise the limits on a machine with many processors.',
    commands: [
      'uptime; nproc',
      'exim -bP smtp_load_reserve queue_only_load deliver_queue_load_max',
      'exim -bp | exiqsumm | tail -5',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
