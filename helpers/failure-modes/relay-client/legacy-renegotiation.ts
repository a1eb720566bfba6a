import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'relay-client/legacy-renegotiation',
  kind: 'fault',

  title: 'the next server’s TLS is too old for OpenSSL 3: it lacks secure renegotiation',
  cause:
    'Servers that never learned RFC 5746 of 2010 are refused by OpenSSL 3 unless it is told otherwise. The handshake fails, and mail waits where TLS is a must.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: TLS library problem: (?:\d+:)?error:[0-9A-F]+:SSL routines:[^:]*:unsafe legacy renegotiation disabled:/,
        specimen:
          'postfix/smtp[961]: warning: TLS library problem: error:0A000152:SSL routines::unsafe legacy renegotiation disabled:../ssl/statem/extensions.c:893:',
        strength: 'names',
        program: programOf('(?:smtp|lmtp|tlsproxy)'),
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words:
      'The owner of the other server renews it. Until then allow it for this server alone, by Postfix’s own setting for what OpenSSL refuses.',
    commands: ['postconf -e tls_ssl_options=0x4   # SSL_OP_LEGACY_SERVER_CONNECT', 'systemctl reload postfix'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5746', 'https://www.postfix.org/postconf.5.html#tls_ssl_options'],
};
