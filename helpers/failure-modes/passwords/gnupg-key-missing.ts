import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'passwords/gnupg-key-missing',
  kind: 'client',
  title:
    'GnuPG can’t decrypt what a mail program gives it: the private key is not there, or its passphrase can’t be asked for',
  cause:
    'passwordeval of msmtp, PassCmd of mbsync or pass read a password out of an encrypted file, and filters such as Zeyple or gpg-mailgate call gpg for mail. The user as whom the program runs has another keyring (~/.gnupg, GNUPGHOME), the file is encrypted for another key, or gpg-agent has no terminal on which to ask for the passphrase, as under cron: then “Inappropriate ioctl for device” or “No pinentry” stands before.',
  symptoms: {
    log: [
      {
        pattern: /gpg: (?:public key )?decryption failed: (?:No secret key|secret key not available)/,
        specimen: 'msmtp: gpg: decryption failed: No secret key',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The program says that it has no password, and sends nothing.',
  },
  repair: {
    words:
      'Decrypt the file by hand as the user as whom the program runs; import the key there, or encrypt the file anew for a key that is.',
    commands: [
      'sudo -u alice gpg --list-secret-keys',
      'sudo -u alice gpg --list-packets /home/alice/.msmtp-password.gpg | grep keyid',
      'sudo -u alice gpg -d /home/alice/.msmtp-password.gpg',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://www.gnupg.org/documentation/manuals/gnupg/', 'https://marlam.de/msmtp/msmtp.html'],
};
