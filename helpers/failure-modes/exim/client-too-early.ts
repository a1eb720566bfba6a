import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'exim/client-too-early',
  kind: 'client',
  title: 'a client talks before Exim has answered',
  cause:
    'smtp_enforce_sync hangs up on whoever sends before the greeting or the reply. It is a program that speaks TLS first at a port that speaks clear, a proxy whose PROXY header Exim is not told to expect by hosts_proxy, a broken client, or somebody who sends spam.',
  symptoms: {
    log: [
      {
        pattern: /SMTP protocol synchronization error (?!.*input="\\026\\003)/,
        specimen:
          '2026-11-24 23:49:37 SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[198.51.100.7] input="EHLO client\\r\\n"',
        strength: 'names',
      },
      clientGets(/554[ -]SMTP synchronization error/, '554 SMTP synchronization error'),
    ],
    facts: [],
    client: '554 SMTP synchronization error',
  },
  repair: {
    words: 'In the client: the right port for its kind of TLS.',
    commands: ['exim -bP tls_on_connect_ports daemon_smtp_ports hosts_proxy'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.3.1'],
};
