import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/certificate-not-there',
  kind: 'fault',
  title: 'Dovecot can not open the file that ssl_cert or ssl_key names, or neither is set',
  cause:
    'ssl is on, and ssl_cert or ssl_key is not set globally, or names a file that is not there: a wrong path, a link to nothing, a volume that is not mounted. "Permission denied" means that the file or a folder above it is closed, to SELinux or to a program such as doveadm that was called without root’s rights. Where it is the server that says so, Dovecot does not start, and logins at Postfix have nobody to ask.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:ssl_(?:server_)?(?:cert|key)(?:_file)?: Can't open file .*(?:No such file|Permission denied)|ssl_server_(?:cert|key)_file: open\(|ssl enabled, but ssl_(?:server_)?(?:cert|key)\w* not set)/,
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
      'ls -lL /etc/letsencrypt/live/mail.example.test/; namei -l /etc/letsencrypt/live/mail.example.test/privkey.pem',
      'ausearch -m avc -c doveconf -ts recent',
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
