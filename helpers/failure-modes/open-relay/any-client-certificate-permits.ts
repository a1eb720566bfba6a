import type { FailureMode } from '../../model/failure-mode';
import { connectOn3 } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { inRelayList, mendRelayList, permitsBeforeRefusal } from './shared/relay-list';

export const mode: FailureMode = {
  id: 'open-relay/any-client-certificate-permits',
  kind: 'exposure',
  title: 'any client certificate of a known authority permits to relay',
  cause:
    'permit_tls_all_clientcerts permits every client whose certificate verifies. With smtpd_tls_CAfile set to the ' +
    'system’s authorities that is everybody who has bought a certificate, or got one for nothing.',
  symptoms: {
    log: [],
    facts: [
      alone(
        permitsBeforeRefusal(
          'every list that refuses to relay has permit_tls_all_clientcerts before it',
          /^permit_tls_all_clientcerts$/,
        ),
      ),
    ],
    client: '250 2.1.5 Ok for any recipient, inside TLS with a client certificate',
  },
  repair: {
    words: 'Use permit_tls_clientcerts with the fingerprints of the clients in relay_clientcerts.',
    commands: [
      'postconf -e relay_clientcerts=hash:/etc/postfix/relay_clientcerts',
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, permit_tls_clientcerts, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=client.outside.example \\
  -keyout /run/client.key -out /run/client.pem 2>/dev/null
postconf -e smtpd_tls_ask_ccert=yes smtpd_tls_CAfile=/run/client.pem
${inRelayList('permit_tls_all_clientcerts')}`,
    provoke: [
      {
        kind: 'run',
        // Each line after the reply to the last: all at once would be pipelining, which is another failure mode. What s_client
        // shows first is the end of the reply to its own EHLO.
        script: `${connectOn3('127.0.0.1', 25)}; exec 3>&-
coproc openssl s_client -quiet -starttls smtp -connect "$(hostname -i):25" -crlf \\
  -cert /run/client.pem -key /run/client.key 2>/dev/null
replied() { while read -r -t 5 -u "\${COPROC[0]}" reply; do [[ $reply == [2-5][0-9][0-9]\\ * ]] && return; done; }
replied
for line in 'EHLO client' 'MAIL FROM:<x@outside.example>' 'RCPT TO:<x@elsewhere.example>' QUIT; do
  printf '%s\n' "$line" >&"\${COPROC[1]}"
  replied || true
done`,
      },
    ],
    repair: mendRelayList(),
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TLS_README.html#server_access'],
};
