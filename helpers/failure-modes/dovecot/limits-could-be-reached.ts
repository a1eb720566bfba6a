import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/limits-could-be-reached',
  kind: 'noise',
  title: 'Dovecot’s limits do not fit each other',
  cause:
    'Dovecot adds up at its start what its services may have in connections, and finds that client_limit of auth or anvil, or the number of files that the system allows, is lower. It starts all the same; only under a load that most servers never see would connections wait.',
  symptoms: {
    log: [
      {
        pattern:
          /fd limit \(ulimit -n\) is lower than required under max\. load|service \S+ \{ client_limit=\d+ \} is lower than required under max\. load/,
        specimen:
          'dovecot: doveconf: Warning: service auth { client_limit=1000 } is lower than required under max. load (1500)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing need be done; or raise what it names.',
    commands: ['doveconf -n service', 'doveconf default_client_limit default_process_limit'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
