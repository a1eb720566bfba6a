import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/credentials-missing',
  kind: 'fault',
  title: 'OpenSMTPD has no user and password for its smarthost',
  cause:
    'The label before the @ of the smarthost is the key in the table of secrets, whose lines are `label user:password`. The table lacks that label, is written otherwise, or was not read again since it was changed.',
  symptoms: {
    log: [
      {
        pattern:
          /^warn: (?:credentials (?:not found|lookup fail|parse error) for |credentials table \S+ missing|Failed to retrieve secret for |No auth table on action |Failed to parse smarthost )|stat="Could not retrieve credentials"/,
        specimen: 'smtpd[53]: warn: credentials not found for secrets:label',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Let the label be in both places, and read the table again.',
    commands: [
      "grep -n 'relay host' /etc/smtpd.conf",
      "cut -d' ' -f1 /etc/mail/secrets",
      'smtpctl update table secrets',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
