import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { delivery, noticedBy, password, queued, smarthost, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/certificate-not-trusted',
  kind: 'fault',
  title: 'Postfix does not trust the smarthost’s certificate',
  cause:
    'smtp_tls_security_level is verify or secure: the certificate must come from an authority in smtp_tls_CAfile or ' +
    'smtp_tls_CApath, which are empty by default, and have the smarthost’s name. A self-signed one never does.',
  symptoms: {
    log: [
      smtp(
        /status=deferred \(Server certificate not (?:trusted|verified)\)$/,
        delivery('dsn=4.7.5, status=deferred (Server certificate not trusted)'),
        'names',
      ),
      {
        ...smtp(
          /^\w+: Server certificate not (?:trusted|verified)$/,
          '3C1D8C1D28: Server certificate not trusted',
          'names',
        ),
        alternative: true,
      },
      // Not said of a certificate that need not be good, unless smtp_tls_loglevel is 2.
      smtp(
        /^(?:server )?certificate (?:peer name )?verification failed for \S+: /,
        'certificate verification failed for smarthost.example.test[192.0.2.30]:587: untrusted issuer /CN=Example CA',
        'suggests',
      ),
    ],
    facts: [],
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
    inject: `${smarthost()}
${password}
postconf -e smtp_tls_security_level=secure`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_tls_security_level=may',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy,
  references: ['https://www.postfix.org/TLS_README.html#client_tls_secure'],
};
