import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sieve-can-not-send',
  kind: 'fault',
  title: 'a Sieve script is to send mail, and Dovecot can not',
  cause:
    'redirect, vacation, reject and notify hand mail to the program of sendmail_path or to the server of submission_host. The program is not there or fails (in a container there is often none), or the server does not take the mail. For redirect Dovecot then keeps the mail, or puts it off.',
  symptoms: {
    log: [
      {
        pattern:
          /sieve: .*(?:has )?no means to send mail|failed to (?:redirect message to|send (?:vacation response|rejection message|mail notification|'?\S+'? report) to) .*(?:failure|error)\)?|sendmail process terminated abnormally|Sendmail program returned error|Temporarily failed to send rejection|Permanently failed to send rejection|Invalid postmaster_address - can't send rejection/,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Error: sieve: msgid=<1@outside.example>: failed to redirect message to <bob@example.test>: Sendmail program returned error (temporary failure)',
        strength: 'names',
      },
      {
        pattern: /Execution of Sieve filters was aborted due to temporary failure/,
        specimen:
          'postfix/lmtp[44]: 87F043F2BE: to=<alice@example.test>, relay=imap[192.0.2.6]:2525, delay=0.3, delays=0.2/0/0/0, dsn=4.2.0, status=deferred (host imap[192.0.2.6] said: 451 4.2.0 <alice@example.test> Execution of Sieve filters was aborted due to temporary failure (in reply to end of DATA command))',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Name a server that takes mail from here, or the path of sendmail; try it by hand as the user.',
    commands: [
      'doveconf -n submission_host sendmail_path',
      'sudo -u vmail /usr/sbin/sendmail -v bob@example.test </dev/null',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/sieve/configuration/'],
};
