import type { FailureMode } from '../../model/failure-mode';
import { leavesAtSubmission } from '../tls/shared/handshakes';

export const mode: FailureMode = {
  id: 'client/leaves-without-a-word',
  kind: 'client',
  title: 'a client connects, says nothing that smtpd could read, and leaves',
  cause:
    'A scanner, a monitor, or a client that a firewall keeps from the answers. A program that is set to SSL/TLS at 587 leaves so too: what it sends is no line. Of that, newer versions of Postfix write `improper command pipelining after CONNECT` before.',
  symptoms: {
    log: [leavesAtSubmission],
    facts: [],
    client: 'Its own time-out, or an error of its TLS library',
  },
  repair: {
    words: 'In the client: 587 with STARTTLS, or 465 with SSL/TLS. Of scanners, nothing.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587 </dev/null',
      'grep -c "lost connection after CONNECT" /var/log/mail.log',
    ],
  },
  unreproduced: 'Anybody can do it.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8314 section 3.3', 'https://www.postfix.org/postscreen.8.html'],
};
