import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/systemd-listens-elsewhere',
  kind: 'fault',
  title: 'systemd’s socket for Dovecot and Dovecot’s own configuration name different ports',
  cause:
    'dovecot.socket lets systemd open the ports and hand them over. A port that only one of both names is closed again, or is served by nobody. Few want this: Dovecot opens its ports itself.',
  symptoms: {
    log: [
      {
        pattern: /systemd listens on port \d+, but it's not configured|sd_listen_fds\(\) failed/,
        specimen: "dovecot: master: Error: systemd listens on port 993, but it's not configured in Dovecot. Closing.",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Turn the socket unit off.',
    commands: ['systemctl disable --now dovecot.socket', 'systemctl restart dovecot'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
