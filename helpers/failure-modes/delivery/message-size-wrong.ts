import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/message-size-wrong',
  kind: 'fault',
  title: 'a message is longer or shorter than its name or Dovecot’s index says',
  cause:
    'A maildir file carries its size in its name (S=), and the cache remembers it. A program that changed the file afterwards, compression without the plugin zlib (2.4: mail_compress), or a disk that was full makes them differ; the client then gets an error for this message.',
  symptoms: {
    log: [
      {
        // By imapc it is the other server that names a wrong size.
        pattern:
          /^(?!.*\bimapc\b).*(?:Maildir filename has wrong [SW] value|Cached message size (?:smaller|larger) than expected|got too little data: |Broken (?:physical|virtual) size|Cached (?:physical|virtual) size smaller|Invalid data in zlib|zlib\.read\(|gz trailer has wrong|Cached MIME parts don't match message)/,
        specimen:
          'dovecot: imap(alice@example.test)<1><x>: Error: Mailbox INBOX: UID=7: read(/var/vmail/example.test/alice/cur/1.M1P1.mail,S=4000:2,S) failed: Cached message size smaller than expected (4000 < 8192, box=INBOX, UID=7)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'IMAP: an internal error for one message.',
  },
  repair: {
    words: 'Load the plugin where the mail is compressed; else let Dovecot take the sizes anew.',
    commands: [
      'doveadm force-resync -u alice@example.test INBOX',
      'doveconf -n | grep -E "zlib|compress"',
      'doveadm index -u alice@example.test INBOX',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/mailbox_formats/maildir/'],
};
