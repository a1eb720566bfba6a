import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/service-ends-at-start',
  kind: 'fault',
  follows: true,
  title: 'a service of Dovecot ends as soon as it starts, and is held back',
  cause:
    'The process that master starts ends with an error at once, or does not say that it is ready; master waits longer each time before it tries again. The line before, of that service, says why: a plugin, a setting, a right, a file.',
  symptoms: {
    log: [
      {
        pattern:
          /service\((?!auth\)|[\w-]+-login\))\S+\): command startup failed, throttling|Initial status notification not received in \d+ seconds|service\((?!auth\))\S+\): child \d+ returned error (?:89|84|127) /,
        specimen: 'dovecot: master: Error: service(lmtp): command startup failed, throttling for 2.000 secs',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error, or no greeting',
  },
  repair: {
    words: 'Read what the service has written just before.',
    commands: ['doveadm log errors | tail', 'journalctl -u dovecot -n 50'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
