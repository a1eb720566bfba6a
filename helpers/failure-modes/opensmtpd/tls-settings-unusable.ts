import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/tls-settings-unusable',
  kind: 'fault',
  title: 'OpenSMTPD can not use a TLS setting',
  cause:
    'ciphers, protocols, curves or DH parameters name something that its TLS library does not know, the file of authorities can not be read, or a listener wants TLS without pki.',
  symptoms: {
    log: [
      {
        pattern:
          /tls_config_set_(?:ciphers|protocols|dheparams|ecdhecurves|ca_file|ca_mem)\b|failed to parse protocols? ["']|fatal: (?:smtpd: )?(?:no pki defined|client pki "\S+" not found)|unable to load CA file|tls_configure: |invalid listen option: (?:pki|auth requires|tls\/smtps)/,
        specimen: 'smtpd[53]: fatal: failed to parse protocols "TLSv1.4"',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Correct the setting; without it good values hold.',
    commands: ['smtpd -n', 'grep -nE "ciphers|protocols|pki|ca " /etc/mail/smtpd.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
