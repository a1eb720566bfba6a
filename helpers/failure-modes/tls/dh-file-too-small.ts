import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'tls/dh-file-too-small',
  kind: 'fault',

  title: 'the file of smtpd_tls_dh1024_param_file is too weak for OpenSSL',
  cause:
    'Parameters of 512 or 1024 bits are refused at OpenSSL’s security level 2. Ciphers with DHE are not available then; with elliptic curves, which nearly all clients have, nothing changes.',
  symptoms: {
    log: [
      {
        pattern: /^warning: TLS library problem: (?:\d+:)?error:[0-9A-F]+:SSL routines:[^:]*:dh key too small:/,
        specimen:
          'postfix/smtpd[62]: warning: TLS library problem: error:1413A18A:SSL routines:SSL_CTX_set_tmp_dh:dh key too small:../ssl/s3_lib.c:3657:',
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client: 'Nothing, unless the client knows DHE alone: alert handshake failure.',
  },
  repair: {
    words: 'Make larger ones, or since Postfix 3.7 leave it to OpenSSL.',
    commands: [
      'openssl dhparam -out /etc/postfix/dh2048.pem 2048',
      'postconf -e smtpd_tls_dh1024_param_file=/etc/postfix/dh2048.pem   # 3.7 and later: auto',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_dh1024_param_file'],
};
