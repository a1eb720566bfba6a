import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/sni-key-unreadable',
  kind: 'fault',
  title: 'postmap leaves entries out of the table for SNI: it can’t open their keys or certificates',
  cause:
    'postmap -F puts the keys and certificates themselves into the table of tls_server_sni_maps. Whoever ran it may not read some of them, or they are not there, so that the table lacks these names, or is empty, and clients get the default certificate, whose name is another.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+, line \d+: open \S+: (?:Permission denied|No such file or directory): skipping this entry$/,
        specimen:
          'postmap[12]: warning: /opt/postfix/conf/sni.map, line 1: open /etc/ssl/mail/imap.example.test/key.pem: Permission denied: skipping this entry',
        strength: 'names',
      },
      {
        pattern: /^TLS SNI \S+ from \S+ not matched, using default chain$/,
        specimen:
          'postfix/smtpd[702]: TLS SNI mail.example.test from out.example.com[192.0.2.84] not matched, using default chain',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: 'The certificate of another name',
  },
  repair: {
    words:
      'Run postmap -F as root, who may read the keys, whenever a certificate is renewed; and look whether each key is there.',
    commands: ['postmap -F hash:/etc/postfix/sni', 'systemctl reload postfix'],
  },
  unreproduced: 'Not tried yet.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/mailcow/mailcow-dockerized/issues/3690',
    'https://www.postfix.org/postconf.5.html#tls_server_sni_maps',
  ],
};
