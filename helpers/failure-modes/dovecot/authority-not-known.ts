import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/authority-not-known',
  kind: 'fault',
  title: 'Dovecot as a client can not check, or does not accept, the certificate of the server that it asks',
  cause:
    'For LDAP, a proxy, submission, imapc or HTTP Dovecot is itself the client. It needs ssl_client_ca_file or ssl_client_ca_dir, and these must be there and readable; or the server’s name is not the one in its certificate, or that is self-signed, lacks the chain or has expired. Where the line says that TLS as a client could not be initialized, another ssl setting may be at fault: the reason stands behind it.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!Error: relay: .*)(?:Can't load (?:default CA locations|CA certs from (?:directory )?)|Received invalid SSL certificate: .*\(check ssl_client_ca|SSL certificate doesn't match expected host name|ssl_client_ca_\*? ?settings|Cannot verify certificate without ssl_ca|Couldn't initialize SSL client(?: context)?|Can't load ssl_client_ca)/,
        specimen:
          'dovecot: auth: Error: ldap(ldaps://ldap.example.test): Received invalid SSL certificate: unable to get local issuer certificate: /CN=mail.example.test (check ssl_client_ca_* settings?)',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure, or an internal error',
  },
  repair: {
    words: 'Name the file of the system’s authorities.',
    commands: [
      'doveconf ssl_client_ca_file ssl_client_ca_dir',
      'openssl s_client -connect mail.example.test:587 -starttls smtp </dev/null | openssl x509 -noout -subject -issuer -dates',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/'],
};
