import type { FailureMode } from '../../model/failure-mode';
import { notGood, perhaps } from './shared/certificates';
import { queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/certificate-expired',
  kind: 'fault',
  title: 'a certificate in the chain of the next server has expired, or is not valid yet',
  cause:
    'It need not be the server’s own: “CA certificate”, which newer versions say, is one above it, and that may be an old root in this machine’s bundle. OpenSSL before 1.1.0 follows the chain to such a root though a newer one would do, as with DST Root CA X3. Or this machine’s clock is wrong. Postfix checks it where smtp_tls_security_level, or a policy, is verify or secure; with may or encrypt the mail would go.',
  symptoms: {
    log: [
      smtp(
        /^(?:server |CA )?certificate verification failed for \S+: certificate (?:has expired|not yet valid)/,
        'certificate verification failed for smarthost.example.test[192.0.2.30]:587: certificate has expired',
        'names',
      ),
      ...perhaps(notGood),
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words:
      'See which certificate it is. If the server’s own or one that it sends, its administrator must renew it; if a root, update this machine’s bundle; if the date is wrong, the clock.',
    commands: [
      'openssl s_client -starttls smtp -connect smarthost.example.test:587 -CAfile /etc/pki/tls/certs/ca-bundle.crt </dev/null 2>&1 | grep -E "^depth|verify error|^notAfter"   # depth 0 is the server’s own',
      'date; timedatectl | grep -i synchronized',
      'postconf smtp_tls_CAfile smtp_tls_CApath; openssl version',
      'yum update ca-certificates openssl   # Debian: apt-get install ca-certificates openssl',
      'systemctl reload postfix; postqueue -f',
    ],
  },
  unreproduced: 'The smarthost makes its certificate when it is set up, and so it is always valid.',
  versions: { from: '2.3' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/TLS_README.html#client_tls_secure',
    'https://www.postfix.org/postconf.5.html#smtp_tls_CAfile',
    'https://letsencrypt.org/docs/dst-root-ca-x3-expiration-september-2021/',
  ],
};
