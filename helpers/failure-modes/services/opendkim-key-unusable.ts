import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendkim-key-unusable',
  kind: 'fault',
  title: 'OpenDKIM can’t use its key, or the table that names it',
  cause:
    'The private key, or a folder above it, may be read or written by others than its user (RequireSafeKeys), belongs to root, is not where the key table says, or is no private key in PEM. An entry of the key table has fewer than three parts, or the table itself can’t be opened; SELinux or AppArmor may forbid the path. Mail is put off, or goes without a signature.',
  symptoms: {
    log: [
      {
        pattern:
          /key data is not secure|error loading key '|can't load key from |key retrieval failed(?! \(s=)|can't read \S*(?:private|key)|dkimf_db_open.*(?:KeyTable|SigningTable)/,
        specimen:
          'opendkim[90]: mail._domainkey.example.test: key data is not secure: /etc/opendkim/keys can be read or written by other users',
        strength: 'names',
        program: /^opendkim$/,
      },
      {
        pattern:
          /KeyTable entry for '[^']*' cannot be resolved|^\w+: SSL error:\S*PEM.*(?:no start line|bad (?:base64|end line)|too long)/,
        specimen: "opendkim[12]: KeyTable entry for 'mail._domainkey.example.test' cannot be resolved",
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?:d2i_PrivateKey_bio|PEM_read_bio_PrivateKey|gnutls_(?:x509_)?privkey_import(?:_x509)?)\(\) failed|could not find valid key record "|KeyTable entry for '[^']*' corrupt|error requesting key '|key '[^']*' could not be (?:applied|loaded)|WARNING: unsafe permissions/,
        specimen: 'opendkim[12]: 4XyZab1234: dkim_eom(): resource unavailable: d2i_PrivateKey_bio() failed',
        strength: 'names',
        program: /^opendkim/,
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later, or nothing',
  },
  repair: {
    words: 'Give key and folders to opendkim alone.',
    commands: [
      'chown -R opendkim:opendkim /etc/opendkim/keys; chmod 0700 /etc/opendkim/keys; chmod 0600 /etc/opendkim/keys/*',
      'namei -l /etc/opendkim/keys/mail.private; head -1 /etc/opendkim/keys/mail.private',
      'journalctl -k | grep -iE "(avc|apparmor).*opendkim"',
      'systemctl restart opendkim',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6376 section 5'],
};
