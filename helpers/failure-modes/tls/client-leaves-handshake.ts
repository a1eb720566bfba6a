import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { closedBehindStarttls } from '../client/shared/session-notes';

export const mode: FailureMode = {
  id: 'tls/client-leaves-handshake',
  kind: 'client',
  follows: true,
  title: 'a client goes away in the middle of the TLS handshake, without a word',
  cause:
    'It closed the connection, or fell silent, before the handshake was over. Programs that do not trust the ' +
    'certificate, or look for another name in it, often leave like that; so do those that find the port open and want ' +
    'nothing else (scanners, monitors), and connections that a firewall cuts. The client’s own message says which.',
  symptoms: {
    log: [
      {
        pattern:
          /^SSL_accept error from \S+: (?:lost connection|Connection timed out|Connection reset by peer|Broken pipe|0)$/,
        specimen: 'postfix/smtpd[903]: SSL_accept error from client.outside.example[198.51.100.7]: lost connection',
        strength: 'suggests',
        program: smtpdProgram,
      },
      closedBehindStarttls,
    ],
    facts: [],
    client: 'What its own message says: certificate verify failed, hostname mismatch, timed out',
  },
  repair: {
    words: 'Look at the certificate as that client does: under the name that it uses.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587 -verify_return_error -verify_hostname mail.example.test </dev/null',
    ],
  },
  reproduction: {
    inject: '',
    provoke: [
      {
        kind: 'run',
        script: `for try in {1..40}; do { exec 3<>/dev/tcp/127.0.0.1/587; } 2>/dev/null && break; sleep 0.1; done
read -r -t 5 greeting <&3
printf 'EHLO client.outside.example\\r\\n' >&3
while read -r -t 5 reply <&3 && [[ $reply != 250\\ * ]]; do :; done
printf 'STARTTLS\\r\\n' >&3
read -r -t 5 ready <&3
exec 3>&-`,
      },
    ],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TLS_README.html'],
};
