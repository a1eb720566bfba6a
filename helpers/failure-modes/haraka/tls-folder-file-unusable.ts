import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/tls-folder-file-unusable',
  kind: 'fault',
  title: 'a file in Haraka’s folder config/tls is no key with its certificate',
  cause:
    'Haraka takes each file in config/tls for a key and a certificate in one. One that has only one of them, or something else such as the parameters for Diffie-Hellman, is left out, and said so: of another host that is harmless, of this one TLS lacks its certificate. One that has expired is used all the same.',
  symptoms: {
    log: [
      {
        pattern:
          / had error: no (?:PRIVATE key|CERT) in |\] (?:no CERT in|BAD TLS in) \S+|\[core\] CN '[^']*' loading got: |\[core\] \S+\.(?:pem|crt|cert) expired on /,
        specimen: '[ERROR] [-] [core] dhparams.pem had error: no PRIVATE key in /opt/haraka/config/tls/dhparams.pem',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or a certificate of another name',
  },
  repair: {
    words: 'Put the parameters to config/dhparams.pem, and key and certificates of each host into one file.',
    commands: [
      'mv config/tls/dhparams.pem config/',
      'grep -c "PRIVATE KEY" config/tls/*.pem',
      'grep -nE "dhparam|key|cert" config/tls.ini',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/tls', 'https://github.com/haraka/Haraka/issues/3325'],
};
