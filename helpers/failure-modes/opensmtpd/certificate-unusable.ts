import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/certificate-unusable',
  kind: 'fault',
  title: 'OpenSMTPD can’t use its certificate, its key or its file of authorities',
  cause:
    'The file is not there, is no PEM, is not the other’s pair, may not be read, or has open rights: OpenSMTPD wants keys to be root’s alone. It does not start.',
  symptoms: {
    log: [
      {
        pattern:
          /load_pki_(?:keys|tree): (?:failed to load|missing) (?:key|certificate|CA)|^warn: +(?!\/var\/)\S+: (?:insecure permissions: must be at most |not owned by uid 0)/,
        specimen: 'smtpd[53]: fatal: load_pki_keys: failed to load key file',
        strength: 'names',
      },
      {
        pattern:
          /tls_config_(?:set|add)_keypair_(?:mem|file)\b|PEM_read_bio_X509 failed|X509_pubkey_digest failed|ca_init: (?:PEM|key)\b/,
        specimen: 'smtpd[53]: fatal: tls_config_set_keypair_mem: failed to read private key',
        strength: 'names',
        alternative: true,
      },
      {
        // OpenSMTPD 5.4, of a file with several authorities.
        pattern: /fatal: smtp: ssltree out of sync/,
        specimen: 'smtpd[1333]: fatal: smtp: ssltree out of sync',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Let both be root’s, the key with mode 600.',
    commands: [
      "grep -n '^pki' /etc/smtpd.conf",
      'chown root /etc/ssl/private/mail.key; chmod 600 /etc/ssl/private/mail.key',
      'openssl x509 -noout -subject -in /etc/ssl/mail.crt; ls -l /etc/ssl/private/mail.key',
      'smtpd -n',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/1219'],
};
