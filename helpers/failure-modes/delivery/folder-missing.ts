import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/folder-missing',
  kind: 'fault',
  title: 'a folder is asked for that the user does not have, or by a name outside of the namespaces',
  cause:
    'A Sieve script (fileinto), dovecot-lda with -m or a mail client names a folder that does not exist, and Dovecot may not make it: lda_mailbox_autocreate is no, or the name lacks its namespace’s prefix or has the wrong separator. The mail goes to INBOX or waits; a client gets an error.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:save failed to open mailbox|failed to store into mailbox) \S+: (?:Mailbox doesn't exist|Invalid mailbox name|.*doesn't allow|Client tried to access nonexistent namespace)|fileinto command: invalid folder name|Client tried to access nonexistent namespace/,
        specimen:
          "dovecot: lmtp(alice@example.test)<1><x>: Error: sieve: msgid=<1@outside.example>: failed to store into mailbox 'Junk': Mailbox doesn't exist: Junk",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Make the folder for all users in a mailbox section with auto = create, or let LDA make folders.',
    commands: ['doveadm mailbox list -u alice@example.test', 'doveconf -n lda_mailbox_autocreate namespace'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/namespace/'],
};
