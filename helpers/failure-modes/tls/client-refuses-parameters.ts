import type { FailureMode } from '../../model/failure-mode';
import { handshake, notAccepted, perhapsInProxy } from './shared/handshakes';

const ends = handshake(
  /(?:tlsv1|sslv3|ssl\/tls) alert (?:handshake failure|protocol version|insufficient security|illegal parameter)/,
  '0A00042E:SSL routines::tlsv1 alert protocol version:../ssl/record/rec_layer_s3.c:1600:SSL alert number 70:',
  'names',
);

export const mode: FailureMode = {
  id: 'tls/client-refuses-parameters',
  kind: 'client',
  title: 'a client does not want the version, cipher or key that the server has chosen',
  cause:
    'The client ends the handshake with an alert: the version is too old for it, or nothing of what it would take is ' +
    'what the server can do, such as a key of 1024 bits, SHA-1 or a curve that it does not know. The server is ' +
    'older or stricter than the client expects.',
  symptoms: {
    log: [
      ends,
      perhapsInProxy(ends),
      notAccepted,
      handshake(
        /(?:tlsv1|ssl\/tls) alert internal error/,
        '14094438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:../ssl/record/rec_layer_s3.c:1544:SSL alert number 80:',
        'suggests',
      ),
    ],
    facts: [],
    client: 'unsupported protocol, no protocols available, dh key too small, ee key too small',
  },
  repair: {
    words:
      'Let the server offer TLS 1.2 and 1.3 with a certificate of at least 2048 bits; see what it agrees on with a new client.',
    commands: [
      'postconf smtpd_tls_protocols smtpd_tls_mandatory_protocols',
      'openssl s_client -connect mail.example.test:465 -brief </dev/null',
    ],
  },
  unreproduced:
    'A client whose lowest version is above the server’s highest is turned away by the server before it can say so.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8446 section 6.2', 'https://www.postfix.org/TLS_README.html'],
};
