import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/maildir-missing',
  kind: 'fault',
  title: 'a user logs in to Courier’s IMAP, and it can’t enter the Maildir',
  cause:
    'The user database gives a home without a Maildir in it, another path than where mail is delivered, or a folder of another owner. Courier makes none by itself.',
  symptoms: {
    log: [
      {
        pattern:
          /chdir (?:\S*\/)?Maildir\S*: |chdir "[^"]*": (?:No such file|Permission denied)|Error reading ACLs for|(?:imapd|pop3d)\S*: .*[Uu]id \d+ not found in passwd/,
        specimen: 'imapd: chdir Maildir: No such file or directory',
        strength: 'names',
        program: /^(?:imapd|pop3d|courier)/,
      },
    ],
    facts: [],
    client: 'IMAP: NO, or the connection closes after the login.',
  },
  repair: {
    words: 'Make it for the user, as the user.',
    commands: ['authtest alice', 'sudo -u alice maildirmake ~alice/Maildir'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/maildirmake.html'],
};
