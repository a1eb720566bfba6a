import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/delivery-command-unusable',
  kind: 'fault',
  title: 'the command with which OpenSMTPD delivers can not be put together',
  cause:
    'mda, wrapper or a mailbox’s path has a %{…} that is not known, becomes too long, names a wrapper that does not exist, or gives the program too few or too many arguments.',
  symptoms: {
    log: [
      {
        pattern:
          /mda command line (?:could not be expanded|too long)|could not find wrapper |no mda wrapper with that name|mailbox pathname too long|mail\.(?:maildir|mboxfile|mda): (?:only one|command required)|sender must be specified with -f|no recipient was specified/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mda delivery evpid=f9293a5cb336a379 from=<x@outside.example> to=<alice@example.test> rcpt=<alice@example.test> user=alice delay=1s result=PermFail stat=Error ("mda command line could not be expanded")',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Correct the action; the names of the variables stand in the manual under FORMAT SPECIFIERS.',
    commands: ['grep -nE "mda|wrapper|maildir" /etc/mail/smtpd.conf', 'smtpd -n'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
