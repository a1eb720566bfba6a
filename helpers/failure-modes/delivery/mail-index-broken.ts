import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/mail-index-broken',
  kind: 'fault',
  title: 'an index of a mailbox is damaged, and Dovecot mends it',
  cause:
    'Dovecot keeps what it knows of a mailbox in dovecot.index, .log and .cache. They break where the disk was full, the machine stopped, two servers share a file system (NFS), or something else changed the mail. Dovecot rebuilds them; the mail itself is not touched. Once in a while it is harmless, each day it is not.',
  symptoms: {
    log: [
      {
        pattern:
          /Corrupted (?:index (?:cache )?file|transaction log file|dbox file|record in index cache file|fts expunge log|squat)|fscking index file|Deleting corrupted cache|Fixed index file |Synchronization corrupted index header|broken sync positions in index file|Log synchronization error at|Rebuilding index|Index \S+: Lost log for|dbox: mailbox \S+: rebuilding|Mailbox list index marked corrupted|mailbox list index .*corrupted|(?<!imapc: .*)UIDVALIDITY changed \(\d+ -> \d+\)|Transaction log(?: file)? \S+: .*(?:marked corrupted|unexpectedly shrank|Invalid transaction log)|List rebuild: /,
        specimen:
          'dovecot: imap(alice@example.test)<1><x>: Error: Corrupted index cache file /var/vmail/example.test/alice/dovecot.index.cache: invalid record size',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'IMAP: a folder that is shown empty for a moment, or an internal error.',
  },
  repair: {
    words:
      'Let Dovecot rebuild the mailbox; look for a full disk, for NFS without its settings, and for two servers at one mailbox.',
    commands: [
      'doveadm force-resync -u alice@example.test INBOX',
      'df -h; df -i',
      'doveconf mail_nfs_index mmap_disable mail_fsync',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/nfs/'],
};
