import type { FailureMode } from '../../model/failure-mode';
import { dovecotOfUser } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/group-can-not-be-given',
  kind: 'fault',
  title: 'Dovecot may not give a file the group of the mailbox',
  cause:
    'The mailbox in /var/mail belongs to the group mail, or a folder of mailboxes to a group of its own, and the user, who is not in it, can’t give it to index files. Network file systems and containers without CAP_CHOWN refuse it as well. The login succeeds and the mailbox does not open.',
  symptoms: {
    log: [
      dovecotOfUser(
        /chown\(.*group=\d+\S*\) failed: Operation not permitted \(egid=/,
        'imap(alice): Error: Mailbox INBOX: chown(/home/alice/mail/.imap/INBOX, group=8(mail)) failed: Operation not permitted (egid=1000(alice), group based on /var/mail/alice - see http://wiki2.dovecot.org/Errors/ChgrpNoPerm)',
      ),
    ],
    facts: [],
    client: 'Nothing at SMTP. IMAP: `NO [SERVERBUG] Internal error`',
  },
  repair: {
    words: 'Close the mailbox to the group: 0600.',
    commands: ['chmod 0600 /var/mail/*', 'doveconf mail_access_groups mail_privileged_group'],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/errors/chgrp_no_perm/'],
};
