import type { FailureMode } from '../../model/failure-mode';
import { taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/mail-server-fails',
  kind: 'fault',
  follows: true,
  title: 'the server that has the mailboxes puts mail off; why stands in its own log',
  cause:
    'Dovecot was reached and could not store the mail: a folder that the user may not write, a mail location that is not set, a full disk, a script of Sieve, or a user database that does not answer. What it tells Postfix is the same for all of these.',
  symptoms: {
    log: [
      {
        pattern:
          /said: 4\d\d 4\.[23]\.0 <[^>]*> (?:Temporary internal error|Internal error occurred\. Refer to server log)|temporary failure\. Command output: lda\(/,
        specimen:
          'postfix/lmtp[238]: 87F043F2BE: to=<alice@example.test>, relay=mail.example.test[private/dovecot-lmtp], delay=0.1, delays=0.02/0/0.01/0.02, dsn=4.3.0, status=deferred (host mail.example.test[private/dovecot-lmtp] said: 451 4.3.0 <alice@example.test> Temporary internal error (in reply to RCPT TO command))',
        strength: 'names',
        program: /\/(?:lmtp|pipe)$/,
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Read the lines of lmtp or lda in Dovecot’s log at that moment; `doveadm log find` says where it is.',
    commands: ['doveadm log find', 'doveadm log errors', 'doveadm user alice@example.test'],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/logging/'],
};
