import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/mail-processes-at-limit',
  kind: 'fault',
  title: 'a service of Dovecot has as many processes or connections as it may',
  cause:
    'Each IMAP session is a process of its own, up to process_limit of the service (default_process_limit is 100); lmtp, anvil, dict, stats and others have limits of their own, and client_limit is that of connections to one process. Many clients that stay connected, or processes that hang on a slow disk or back end, use it up: who comes then waits, and the login or delivery fails.',
  symptoms: {
    log: [
      {
        pattern:
          /service\((?!auth|[\w-]+-login)\S+\): (?:client_limit|process_limit) \(\d+\) reached|destination service \{ process_limit \} reached|Maximum number of mail processes exceeded/,
        specimen:
          'dovecot: master: Warning: service(imap): process_limit (1024) reached, client connections are being dropped',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'IMAP: BYE Internal error occurred',
  },
  repair: {
    words: 'Raise the limit of the service that is named; see who has so many sessions.',
    commands: ['doveadm who | sort -k2 -n | tail', 'doveconf -n default_process_limit service'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
