import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendkim-key-not-in-table',
  kind: 'fault',
  title: 'OpenDKIM’s signing table names a key that its key table does not have',
  cause:
    'The second column of SigningTable is the name of a key, and the same name must be the first column of a line in KeyTable, letter for letter; a % stands for the sender’s domain. It is misspelt in one of them, the line is missing, KeyTable names another file than the one that was edited, or OpenDKIM has not read it again since. Mail of senders that this entry covers is put off, not sent without a signature.',
  symptoms: {
    log: [
      {
        pattern: /signing table references unknown key '/,
        specimen: "opendkim[12]: 4XyZab1234: signing table references unknown key 'mail._domainkey.example.test'",
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later',
  },
  repair: {
    words: 'Write the name the same in both tables, and restart OpenDKIM.',
    commands: [
      'grep -nE "^(KeyTable|SigningTable)" /etc/opendkim.conf   # the files that it reads',
      "awk '!/^#/ && NF {print $2}' /etc/opendkim/signing.table | sort -u   # the names that are asked for",
      "awk '!/^#/ && NF {print $1}' /etc/opendkim/key.table | sort -u   # the names that there are",
      'systemctl restart opendkim; journalctl -u opendkim -n 20',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['https://www.opendkim.org/opendkim.conf.5.html'],
};
