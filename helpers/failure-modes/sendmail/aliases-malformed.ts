import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/aliases-malformed',
  kind: 'fault',
  title: 'Sendmail can not use its file of aliases, or a line of it',
  cause:
    'A name has no value or belongs to another domain, a colon is missing, a line that begins with a space continues nothing, or a name stands there twice: the rest is used, the line is not. Where the database can’t be opened or created, its folder is closed for Sendmail, its type is not built in, or another newaliases holds the lock.',
  symptoms: {
    log: [
      {
        pattern:
          /missing value for alias|cannot alias non-local|illegal alias name|Non-continuation line starts with space|alias line too long|[Dd]uplicate alias name|Alias file \S+ is locked|setalias: (?:unknown alias class|map class|cannot create)|Cannot rebuild aliases|[Cc]annot open alias database|Cannot create database for alias file/,
        specimen: 'sm-mta[2571]: u8F1B2C3002571: SYSERR(root): /etc/mail/aliases: line 14: missing value for alias',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Correct the line, and build the database.',
    commands: ['newaliases; ls -l /etc/mail/aliases*', 'grep -nE "^[[:space:]]+[^#]|^[^#:]+$" /etc/mail/aliases'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
