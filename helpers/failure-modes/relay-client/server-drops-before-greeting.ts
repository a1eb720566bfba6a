import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-client/server-drops-before-greeting',
  kind: 'fault',

  title: 'the next server ends or keeps the connection without a greeting',
  cause:
    'Either its port is for implicit TLS, where it waits for the client to begin, or it, or a firewall between, does not want this client. Mail stays in the queue.',
  symptoms: {
    log: [
      {
        pattern:
          /status=deferred \((?:conversation with (?!\S*\[(?:\S*\/)?private\/(?:lmtp|smtp|relay|local|virtual)\])\S+ timed out|lost connection with \S+) while receiving the initial server greeting\)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=smtp.example.net[192.0.2.30]:587, delay=300, delays=0.1/0/300/0, dsn=4.4.2, status=deferred (conversation with smtp.example.net[192.0.2.30] timed out while receiving the initial server greeting)',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'See what the server says by hand. At 465 speak TLS from the beginning.',
    commands: ['nc -v smtp.example.net 587', 'openssl s_client -connect smtp.example.net:465'],
  },
  reproduction: {
    inject: `echo '2525 inet n n n - - spawn user=nobody argv=/bin/true' >>/etc/postfix/master.cf
postconf -e 'relayhost = [127.0.0.1]:2525'`,
    provoke: [mailFromInside],
    repair: 'postconf -X relayhost',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtp_tls_wrappermode', 'RFC 8314 section 3.3'],
};
