import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/sasldb-unsafe',
  kind: 'fault',

  title: 'Sendmail can not use a file of SASL, such as sasldb2: unsafe or not there',
  cause:
    'Sendmail refuses a file of SASL that others than its owner and a trusted group may read or write, or whose folder is so; the line names the file and the reason. It offers no AUTH then, or logins fail.',
  symptoms: {
    log: [
      {
        pattern: /error: safesasl\(\S+\) failed: /,
        specimen: 'sm-mta[53]: error: safesasl(/etc/sasldb2) failed: Group readable file',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No AUTH in the answer to EHLO, or 535 5.7.0 authentication failed',
  },
  repair: {
    words: 'Give it to Sendmail’s user alone; or allow the group in sendmail.mc.',
    commands: [
      'chown root:smmsp /etc/sasldb2; chmod 640 /etc/sasldb2',
      'echo "define(`confDONT_BLAME_SENDMAIL\', `GroupReadableSASLDBFile\')dnl" >>/etc/mail/sendmail.mc',
      'make -C /etc/mail; systemctl restart sendmail',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
