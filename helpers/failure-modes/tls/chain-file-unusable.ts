import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/chain-file-unusable',
  kind: 'fault',
  title: 'smtpd_tls_chain_files names a file whose keys and certificates are not in the order that it has to have',
  cause:
    'Each key has to stand before its own certificate, and those of the authorities behind it: a certificate alone, a key behind it, two keys, or a file that is not PEM switch TLS off.',
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
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_chain_files'],
};
