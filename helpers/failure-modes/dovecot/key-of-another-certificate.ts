import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/key-of-another-certificate',
  kind: 'fault',
  title: 'Dovecot’s key does not belong to its certificate, or can not be used',
  cause:
    'With "different cert" or "key values mismatch" ssl_key and ssl_cert come from two different orders, as after a renewal of which one file was copied, or the chain in ssl_cert is in the wrong order, so that an authority’s certificate is taken for the server’s: the server’s own must be the first. With other words ssl_key names a file that is no key, lacks the < before the path, or has a passphrase that ssl_key_password does not give. Login processes end, or turn each TLS connection away.',
  symptoms: {
    log: [
      {
        pattern: /Key is for a different cert than |Can't load private ssl_key: /,
        specimen: "dovecot: imap-login: Fatal: Can't load private ssl_key: Key is for a different cert than ssl_cert",
        strength: 'names',
      },
      {
        pattern: /(?:private key|ssl_(?:server_)?key).*\bkey values mismatch/,
        specimen:
          "dovecot: imap-login: Error: Failed to initialize SSL server context: Can't load SSL private key (ssl_key setting): error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch: user=<>, rip=203.0.113.9, lip=192.0.2.1, session=<Tq3gR7lE0cXLAHEJ>",
        strength: 'names',
        program: /^dove/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'Mail programs can not connect; SMTP AUTH goes on',
  },
  repair: {
    words: 'Take both from the same order, with the server’s certificate first in the file.',
    commands: [
      'openssl x509 -in fullchain.pem -noout -pubkey | openssl md5; openssl pkey -in privkey.pem -pubout | openssl md5',
      'openssl crl2pkcs7 -nocrl -certfile fullchain.pem | openssl pkcs7 -print_certs -noout   # the first subject must be the server’s',
      'doveconf -n ssl_cert ssl_key',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'Its lines are those of Dovecot’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/'],
};
