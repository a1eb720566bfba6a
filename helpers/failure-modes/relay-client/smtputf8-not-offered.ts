import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/smtputf8-not-offered',
  kind: 'fault',
  title: 'the next server does not take SMTPUTF8, which a mail asks for',
  cause:
    'A client has said SMTPUTF8 with MAIL FROM, many do so for every mail, or the mail comes by the sendmail command, and an address or a header has letters in it that are not ASCII. The server that it goes to next (a smarthost, or an LMTP server such as an older Dovecot) does not offer SMTPUTF8. Postfix must not drop it, and returns the mail.',
  symptoms: {
    log: [
      {
        pattern: /status=bounced \(SMTPUTF8 is required, but was not offered by host /,
        specimen:
          'postfix/lmtp[9]: 56167101856: to=<alice@example.test>, relay=mail.example.test[/var/lib/umail/lmtp], delay=0.68, delays=0.64/0.01/0.03/0, dsn=5.6.7, status=bounced (SMTPUTF8 is required, but was not offered by host mail.example.test[/var/lib/umail/lmtp])',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and comes back',
  },
  repair: {
    words:
      'Let the next server offer SMTPUTF8; or don’t offer it yourself, so that clients send without it where they can.',
    commands: ['postconf -e smtputf8_enable=no', 'systemctl reload postfix'],
  },
  unreproduced: 'Not tried yet.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/NethServer/dev/issues/7265', 'https://www.postfix.org/SMTPUTF8_README.html'],
};
