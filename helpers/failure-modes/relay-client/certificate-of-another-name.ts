import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { toSee } from '../shared/facts';
import { certifiedSmarthost, notVerified, perhaps, secureAs } from './shared/certificates';
import { noticedBy, queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/certificate-of-another-name',
  kind: 'fault',
  title: 'the next server’s certificate has another name than Postfix expects',
  cause:
    'The authority is known, the name is not the one: "num=62:hostname mismatch", or before Postfix 3.6 "Trusted TLS connection ' +
    'established" and not verified all the same. Level verify wants the name of the host, ' +
    'and secure that of the recipient’s domain or of relayhost (nexthop, dot-nexthop): the mail exchanger of a provider has its own. ' +
    'So does a server that is reached by an address, by an alias, or by the name of an internal network.',
  symptoms: {
    log: [
      ...notVerified,
      ...perhaps([
        smtp(
          /^(?:server |CA )?certificate (?:peer name )?verification failed for \S+: (?:num=62|.*host ?name mismatch)/,
          'server certificate verification failed for smarthost.example.test[192.0.2.30]:587: num=62:hostname mismatch',
          'suggests',
        ),
      ]),
    ],
    facts: [
      toSee(
        'its certificate is good, and has another name',
        'posttls-finger -l secure -t 30 "[smarthost.example.test]:587"',
      ),
    ],
    client: queued,
  },
  repair: {
    words: 'Look which names the certificate has, and name that one for this destination, or write it into relayhost.',
    commands: [
      "openssl s_client -starttls smtp -connect smarthost.example.test:587 </dev/null 2>/dev/null | openssl x509 -noout -text | grep -A1 -E 'Subject:|Alternative'",
      "echo '[smarthost.example.test]:587 secure match=smarthost.example.test' >>/etc/postfix/tls_policy",
      'postmap hash:/etc/postfix/tls_policy; postconf -e smtp_tls_policy_maps=hash:/etc/postfix/tls_policy',
      'systemctl reload postfix; postqueue -f',
    ],
  },
  reproduction: {
    inject: `${certifiedSmarthost}
postconf -e smtp_tls_CAfile=/etc/postfix/smarthost.pem
${secureAs('elsewhere.example')}`,
    provoke: [mailFromInside],
    repair: secureAs('smarthost.example.test'),
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy,
  references: [
    'https://www.postfix.org/TLS_README.html#client_tls_secure',
    'https://www.postfix.org/postconf.5.html#smtp_tls_secure_cert_match',
  ],
};
