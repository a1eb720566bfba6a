import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/dh-parameters-to-set',
  kind: 'noise',
  title: 'Dovecot asks for Diffie-Hellman parameters of its own',
  cause:
    'Up to 2.2 it made them itself and kept them in ssl-parameters.dat; 2.3 wants a file in ssl_dh. Only old clients need them: those of today use elliptic curves.',
  symptoms: {
    log: [
      {
        pattern: /please set ssl_dh=<|You can generate it with: dd if=/,
        specimen: 'dovecot: config: Warning: please set ssl_dh=</etc/dovecot/dh.pem',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Make the file and name it, or leave it.',
    commands: ['openssl dhparam -out /etc/dovecot/dh.pem 2048'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/'],
};
