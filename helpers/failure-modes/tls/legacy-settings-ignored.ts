import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'tls/legacy-settings-ignored',
  kind: 'noise',

  title: 'smtpd_tls_chain_files is set beside smtpd_tls_cert_file, which is ignored',
  cause:
    'Both are set: Postfix takes smtpd_tls_chain_files alone, and says so. A new certificate in the other file has no effect.',
  symptoms: {
    log: [
      {
        pattern: /^warning: Both \S+ and one or more of the legacy +\S+/,
        specimen:
          'postfix/smtpd[62]: warning: Both smtpd_tls_chain_files and one or more of the legacy  smtpd_tls_cert_file, smtpd_tls_eccert_file or smtpd_tls_dcert_file are non-empty; the legacy  parameters will be ignored',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The certificate of the chain file',
  },
  repair: {
    words: 'Keep one of them.',
    commands: ['postconf -n | grep -E "smtpd_tls_(chain_files|.*cert_file|.*key_file)"'],
  },
  reproduction: {
    inject: `postconf -e 'smtpd_tls_chain_files = /etc/pki/tls/private/postfix.key, /etc/pki/tls/certs/postfix.pem'`,
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_tls_chain_files',
    toldBy: 'log',
  },
  versions: { from: '3.4' },
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_chain_files'],
};
