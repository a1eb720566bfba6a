import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'relay-client/dh-key-of-server-too-small',
  kind: 'fault',

  title: 'the next server offers a Diffie-Hellman key that OpenSSL here finds too small',
  cause:
    'A server with 512 or 1024 bits is refused by OpenSSL’s security level (2 on Debian and on Enterprise Linux). The handshake fails. With smtp_tls_security_level = may Postfix tries again in clear; with encrypt mail waits.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning: TLS library problem: )?(?:[0-9A-F]+:)?error:[0-9A-F]+:SSL routines:[^:]*:dh key too small:(?!\S*(?:_srvr|s3_lib|ssl_lib)\.c)/i,
        specimen:
          'postfix/smtp[961]: warning: TLS library problem: error:0A00018A:SSL routines::dh key too small:../ssl/statem/statem_clnt.c:2069:',
        strength: 'names',
        program: programOf('(?:smtp|lmtp|tlsproxy)'),
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words:
      'The owner of the other server makes a larger one. Here, leave out the ciphers that need it: with elliptic curves it is not asked for.',
    commands: ['postconf -e smtp_tls_exclude_ciphers=kDHE', 'systemctl reload postfix'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_tls_exclude_ciphers',
    'https://docs.openssl.org/3.0/man3/SSL_CTX_set_security_level/',
  ],
};
