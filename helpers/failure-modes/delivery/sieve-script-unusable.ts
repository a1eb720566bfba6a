import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sieve-script-unusable',
  kind: 'fault',
  title: 'a Sieve script has an error or can’t be opened, and is not used',
  cause:
    'Dovecot could not read the script that is to sort the mail: a misspelt command, a semicolon or quotation mark that is missing, an extension that require does not name, or a file, such as that of all users in /var/lib/dovecot/sieve, that the user may not read. The mail is stored in INBOX all the same. Where a user’s own log is named, the line of the script stands there.',
  symptoms: {
    log: [
      {
        pattern:
          /sieve: (?:msgid=\S+ )?[Ff]ailed to (?:compile|parse|validate|open) (?:sieve )?script [`'"]|sieve: (?:\S+: )?line \d+: error: (?!.*(?:unknown Sieve capability|restricted to|exceeds|limit|too large|deeper|circular))|sieve: error: .*command must follow an if|failed to (?:parse|validate|generate code for) included script(?!.*(?:limit|circular))|included \S+ script \S+ does not exist|(?:main_script|[\w.]+\.sieve|\.dovecot): line \d+: error: (?!.*(?:unknown Sieve capability|restricted to|exceeds|limit|too large|deeper|circular))/,
        specimen:
          "dovecot: lmtp(alice@example.test)<1><x>: Error: sieve: Failed to compile script `/home/alice/.dovecot.sieve' (view user logfile `/home/alice/.dovecot.sieve.log' for more information)",
        strength: 'names',
      },
      {
        // Those of all users, which are not in the user’s own mail.
        pattern:
          /sieve: file (?:script|storage): Failed to \w+ [Ss]ieve (?:script|storage path): \w+\(\/(?:var\/lib\/dovecot|etc|usr)\/\S+\) failed: Permission denied/,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Error: sieve: file script: Failed to stat sieve script: stat(/var/lib/dovecot/sieve/default.sieve) failed: Permission denied (euid=5000(vmail) egid=5000(vmail) missing +x perm: /var/lib/dovecot/sieve, dir owned by 0:0 mode=0700)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /Execution of Sieve filters was aborted due to temporary failure/,
        specimen:
          'postfix/lmtp[44]: 87F043F2BE: to=<alice@example.test>, relay=imap[192.0.2.6]:2525, delay=0.3, delays=0.2/0/0/0, dsn=4.2.0, status=deferred (host imap[192.0.2.6] said: 451 4.2.0 <alice@example.test> Execution of Sieve filters was aborted due to temporary failure (in reply to end of DATA command))',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Compile the script, and correct the line that is named.',
    commands: ['sievec /home/alice/.dovecot.sieve', 'cat /home/alice/.dovecot.sieve.log'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/sieve/configuration/', 'RFC 5228'],
};
