import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/key-of-another-certificate',
  kind: 'fault',
  title: 'Dovecot’s key does not belong to its certificate, or can not be used',
  cause:
    'ssl_key and ssl_cert come from two different orders, as after a renewal of which one file was copied, or ssl_key names a file that is no key (a certificate, a request, an empty file), lacks the < before the path, or has a passphrase that ssl_key_password does not give. What stands behind the colon tells which. Login processes end.',
  symptoms: {
    log: [
      {
        pattern: /Key is for a different cert than |Can't load private ssl_key: /,
        specimen: "dovecot: imap-login: Fatal: Can't load private ssl_key: Key is for a different cert than ssl_cert",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Mail programs can not connect; SMTP AUTH goes on',
  },
  repair: {
    words: 'Take both from the same order.',
    commands: [
      'openssl x509 -in fullchain.pem -noout -pubkey | openssl md5; openssl pkey -in privkey.pem -pubout | openssl md5',
      'doveconf -n ssl_cert ssl_key',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'Its lines are those of Dovecot’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/'],
};
