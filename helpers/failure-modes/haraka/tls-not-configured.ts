import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/tls-not-configured',
  kind: 'fault',

  title: 'Haraka offers no STARTTLS: it has no valid key and certificate',
  cause:
    'The plugin tls is loaded, and config/tls_key.pem or tls_cert.pem is not there, not readable or not a pair. Auth plugins that wait for TLS then offer nothing.',
  symptoms: {
    log: [
      {
        pattern:
          /\[tls\] +(?:no valid TLS config|\S+\.pem:? not found)|\] tls (?:key|cert) \S+ could not be loaded|number of keys \(\d+\) not equal to certs/,
        specimen: '[ERROR] [-] [tls] no valid TLS config',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No STARTTLS, and no AUTH, in the answer to EHLO.',
  },
  repair: {
    words: 'Put the files there, for Haraka’s user to read.',
    commands: [
      'ls -l config/tls_key.pem config/tls_cert.pem',
      'openssl x509 -noout -pubkey -in config/tls_cert.pem | diff - <(openssl pkey -pubout -in config/tls_key.pem) && echo a pair',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/tls'],
};
