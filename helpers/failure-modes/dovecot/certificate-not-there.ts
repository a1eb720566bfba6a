import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/certificate-not-there',
  kind: 'fault',
  title: 'Dovecot finds no certificate where ssl_cert says, or no ssl_cert at all',
  cause:
    'ssl is on, and ssl_cert or ssl_key is not set globally, names a file that is not there, or lacks the < before the path. Dovecot does not start, so that logins at Postfix have nobody to ask.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:ssl_(?:server_)?(?:cert|key)(?:_file)?: Can't open file .*No such file|ssl_server_(?:cert|key)_file: open\(|ssl enabled, but ssl_(?:server_)?(?:cert|key)\w* not set)/,
        specimen:
          "dovecot: doveconf: Fatal: Error in configuration file /etc/dovecot/dovecot.conf line 10: ssl_cert: Can't open file /etc/dovecot/fullchain.pem: No such file or directory",
        strength: 'names',
      },
      {
        pattern: /ssl_(?:server_)?(?:cert|key)(?:_file)?: Can't open file [^:]*[>$…]$/,
        specimen:
          "dovecot: doveconf: Fatal: Error in configuration file /etc/dovecot/conf.d/10-ssl.conf line 6: ssl_cert: Can't open file /usr/>",
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure, or no AUTH',
  },
  repair: {
    words: 'Set both outside of any protocol { }, with < before the path, and see that the files are there.',
    commands: [
      'doveconf -n | grep ssl_',
      'ls -lL /etc/letsencrypt/live/mail.example.test/',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'The Dovecot of our images serves smtpd alone, without TLS of its own.',
  versions: {},
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/',
    'https://github.com/LukeSmithxyz/emailwiz/issues/168',
  ],
};
