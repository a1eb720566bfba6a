import type { FailureMode } from '../../model/failure-mode';
import { mailInTls, tlsFails } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/chain-file-unusable',
  kind: 'fault',
  title: 'a file of smtpd_tls_chain_files has no key with its certificates in it',
  cause:
    'Each key has to stand before its own certificate, and those of the authorities behind it. A file that is empty or no PEM, a key of another certificate, a second key without one, or a certificate that is damaged switch TLS off.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:error loading certificate chain: key at index|key at index \d+ in \S+ does not match next|ignoring \S+ key at index|No (?:PEM data|certs for key|private key found)\b.* in |error loading (?:certificate|private key) \(PEM object number|loading \S+: ignoring PEM type)|^warning: error opening chain file: /,
        specimen:
          'postfix/smtpd[9]: warning: error loading certificate chain: key at index 1 in /etc/postfix/chain.pem does not match the certificate',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No STARTTLS',
  },
  repair: {
    words: 'Put the key first, then its certificate, then the others.',
    commands: [
      'cat privkey.pem fullchain.pem >/etc/postfix/chain.pem && chmod 600 /etc/postfix/chain.pem',
      "grep -n 'BEGIN' /etc/postfix/chain.pem",
      'postconf smtpd_tls_chain_files smtp_tls_chain_files',
    ],
  },
  reproduction: {
    inject: `echo none >/etc/postfix/chain.pem
postconf -e smtpd_tls_chain_files=/etc/postfix/chain.pem`,
    provoke: [mailInTls],
    repair: 'postconf -X smtpd_tls_chain_files',
    toldBy: 'log',
  },
  versions: { from: '3.4' },
  noticedBy: tlsFails,
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_chain_files'],
};
