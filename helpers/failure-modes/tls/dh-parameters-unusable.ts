import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/dh-parameters-unusable',
  kind: 'fault',
  title: 'the file with the DH parameters can not be used',
  cause:
    'smtpd_tls_dh1024_param_file or smtpd_tls_dh512_param_file names a file that is not there, is closed, or has no parameters in it. Postfix takes its own instead, or switches TLS off.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:cannot load (?:\d+-bit )?DH parameters from file (?!.* using compiled-in)|error configuring (?:explicit|auto) DH parameters|error loading compiled-in DH parameters)/,
        specimen:
          'postfix/smtpd[9]: warning: cannot load 1024-bit DH parameters from file /etc/postfix/dh1024.pem: disabling TLS support',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or no STARTTLS',
  },
  repair: {
    words: 'Take the setting out (since Postfix 3.7 it is not needed), or make the file.',
    commands: [
      'postconf -n | grep dh',
      'openssl dhparam -out /etc/postfix/dh2048.pem 2048',
      "postconf -e 'smtpd_tls_dh1024_param_file = /etc/postfix/dh2048.pem'",
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/FORWARD_SECRECY_README.html'],
};
