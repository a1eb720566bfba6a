import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/sni-chain-unusable',
  kind: 'fault',

  title: 'what the table for SNI has for a name is no usable key and certificate',
  cause:
    'postmap -F puts the contents of the files into the table of tls_server_sni_maps, key first. Built without -F the table has paths instead of PEM; or key and certificate don’t fit, or the key does not come first. Handshakes of clients that ask for this name fail; the default certificate is not tried.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: error loading private keys and certificates from: SNI data for \S+: aborting TLS handshake$/,
        specimen:
          'postfix/smtpd[62]: warning: error loading private keys and certificates from: SNI data for mail.example.test: aborting TLS handshake',
        strength: 'names',
      },
      {
        pattern:
          /^warning: (?:No PEM data in|No certs for key at index \d+ in|No private key found in|key at index \d+ in) SNI data for /,
        specimen: 'postfix/smtpd[62]: warning: No PEM data in SNI data for mail.example.test',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: 'The handshake ends with an alert, for some names only.',
  },
  repair: {
    words:
      'Name for each host the key first, then certificate and chain, and build the table with -F, again after every renewal.',
    commands: [
      'cat /etc/postfix/sni   # mail.example.test /etc/ssl/private/mail.key /etc/ssl/certs/mail.pem',
      'postmap -F "$(postconf -h tls_server_sni_maps)"',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '3.4' },
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#tls_server_sni_maps'],
};
