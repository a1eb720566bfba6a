import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/mail-encryption-key-missing',
  kind: 'fault',
  title: 'Dovecot has not got the key with which a user’s mail is encrypted',
  cause:
    'mail_crypt stores mail encrypted. The user’s private key is itself locked by a password that only a login gives, the keys of the configuration can not be read, or the folder was copied without them: the mail can not be opened.',
  symptoms: {
    log: [
      {
        // GnuPG has such words, too.
        pattern:
          /mail_crypt_plugin: (?!(?:[Ii]nvalid )?mail_crypt_(?:curve|save_version))|[Cc]annot decrypt (?:private )?key|no private key available|(?<!\bgpg: .*)decrypt\S* failed: .*key/,
        specimen:
          "dovecot: imap(alice)<1><x>: Error: mail_crypt_plugin: mail_crypt_user_key_private: Couldn't parse private key",
        strength: 'names',
        program: /^dove/,
      },
    ],
    facts: [],
    client: 'IMAP: an internal error for each message.',
  },
  repair: {
    words: 'See whether keys are there, and by which password they are locked.',
    commands: ['doveadm mailbox cryptokey list -u alice@example.test -U', 'doveconf -n | grep mail_crypt'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/mail_crypt_plugin/'],
};
