import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { toSee } from '../shared/facts';
import { certifiedSmarthost, notGood, secureAs } from './shared/certificates';
import { noticedBy, queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/certificate-not-trusted',
  kind: 'fault',
  title: 'Postfix does not trust the smarthost’s certificate',
  cause:
    'smtp_tls_security_level is verify or secure: the certificate must come from an authority in smtp_tls_CAfile or ' +
    'smtp_tls_CApath, which are empty by default. A self-signed one never does. "Self-signed certificate" and "untrusted issuer" say so.',
  symptoms: {
    log: [
      ...notGood,
      // Not said of a certificate that need not be good, unless smtp_tls_loglevel is 2.
      smtp(
        /^(?:server |CA )?certificate (?:peer name )?verification failed for \S+: (?!num=(?:62|65|1):|.*host ?name mismatch|certificate (?:has expired|not yet valid))/,
        'certificate verification failed for smarthost.example.test[192.0.2.30]:587: untrusted issuer /CN=Example CA',
        'suggests',
      ),
    ],
    facts: [
      toSee(
        'its authority is in neither smtp_tls_CAfile nor smtp_tls_CApath',
        'posttls-finger -l verify -t 30 "[smarthost.example.test]:587"',
      ),
    ],
    client: queued,
  },
  repair: {
    words: 'Name the authorities; for a self-signed certificate use level fingerprint, or encrypt.',
    commands: [
      'postconf -e smtp_tls_CAfile=/etc/pki/tls/certs/ca-bundle.crt   # Debian: /etc/ssl/certs/ca-certificates.crt',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${certifiedSmarthost}
${secureAs('smarthost.example.test')}`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_tls_CAfile=/etc/postfix/smarthost.pem',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy,
  references: ['https://www.postfix.org/TLS_README.html#client_tls_secure'],
};
