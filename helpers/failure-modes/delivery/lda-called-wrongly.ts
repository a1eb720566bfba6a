import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/lda-called-wrongly',
  kind: 'fault',
  title: 'dovecot-lda is called with arguments that it does not understand',
  cause:
    'In master.cf, mailbox_command or a .forward stands an option that it does not know, or -d without a name: the recipient is empty there, or a shell has eaten it. Without -d it takes the user it runs as, who must be in the system’s list.',
  symptoms: {
    log: [
      {
        pattern:
          /lda\S*: Fatal: (?:destination user parameter|Couldn't lookup our username|Invalid -[afrpm] parameter|Unknown argument|Mailbox name not UTF-8|Cannot obtain SMTP address from username)/,
        specimen: 'dovecot: lda(alice)<1><x>: Fatal: destination user parameter (-d user) not given',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and comes back.',
  },
  repair: {
    words:
      'Write the call as the manual has it: flags=DRhu user=vmail argv=/usr/lib/dovecot/dovecot-lda with sender and recipient behind -f and -d.',
    commands: ['postconf -M | grep dovecot', 'postconf mailbox_command'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/protocols/lda/'],
};
