import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { levelOf, noneFits, notGood, perhaps } from './shared/certificates';
import { noticedBy, password, queued, smarthost } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/fingerprint-changed',
  kind: 'fault',
  title: 'the next server’s certificate has another fingerprint than the one that is written down',
  cause:
    'Level fingerprint takes one certificate, or one key, and no other. A server that renews its certificate has a new fingerprint, ' +
    'with Let’s Encrypt every three months; that of the public key stays only where the key does. It may also be the wrong digest: ' +
    'smtp_tls_fingerprint_digest was md5 before Postfix 3.6, and is sha256 since.',
  symptoms: {
    log: [...notGood, ...perhaps([noneFits])],
    facts: [levelOf('fingerprint')],
    client: queued,
  },
  repair: {
    words: 'Ask the other side for the new fingerprint, compare it with what the server shows, and write it down.',
    commands: [
      'openssl s_client -starttls smtp -connect smarthost.example.test:587 </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256',
      'postconf smtp_tls_fingerprint_digest smtp_tls_fingerprint_cert_match smtp_tls_policy_maps',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
postconf -e smtp_tls_security_level=fingerprint smtp_tls_fingerprint_digest=sha1 smtp_tls_fingerprint_cert_match=00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_tls_security_level=may',
    toldBy: 'log and facts',
  },
  versions: { from: '2.5' },
  noticedBy,
  references: ['https://www.postfix.org/TLS_README.html#client_tls_fprint'],
};
