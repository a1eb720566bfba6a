import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/procmail-fails',
  kind: 'fault',
  title: 'procmail can not store a mail where its rules say',
  cause:
    'The folder is not the user’s or is not there, another program holds its lock, the rules (.procmailrc) belong to somebody else or have a mistake, or procmail runs without the rights of the user for whom it is to deliver. The server has handed the mail over and may call it sent; procmail bounces it, or stores it in ORGMAIL.',
  symptoms: {
    log: [
      {
        // By syslog, or as whoever runs it repeats it.
        pattern:
          /\bprocmail(?:\[\d+\])?: (?:Error while writing to|Couldn't (?:create or rename temp file|make link to|rename bogus)|Lock failure on|Kernel-lock failed|Insufficient privileges|Unknown user|Suspicious rcfile|Denying special privileges for|Missing (?:rcfile|action|recipient|closing brace)|Incomplete recipe|Invalid regexp|Failed forking|Terminating prematurely|Rescue of unfiltered data)|^(?:Couldn't create or rename temp file|Lock failure on|Suspicious rcfile|Denying special privileges for) "/,
        specimen: 'procmail[77]: Lock failure on "/var/mail/alice.lock"',
        strength: 'names',
        program: /procmail$/,
      },
    ],
    facts: [],
    client: 'None, or a bounce.',
  },
  repair: {
    words: 'Look at what the line names as the user; let the rules belong to the user and be writable by nobody else.',
    commands: [
      'ls -ld ~alice ~alice/.procmailrc ~alice/Maildir /var/mail /var/mail/alice*',
      'grep -n mailbox_command /etc/postfix/main.cf',
    ],
  },
  unreproduced: 'Its lines are those of procmail, which none of our images has.',
  versions: {},
  noticedBy: [],
  references: ['https://manpages.debian.org/bookworm/procmail/procmail.1.en.html'],
};
