import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/mail-loop',
  kind: 'fault',
  title: 'a mail goes round in OpenSMTPD until it gives up',
  cause:
    'A rule, a .forward or an alias hands the mail to a server that hands it back, or the MX of a domain is this server, which has no rule that delivers it here.',
  symptoms: {
    log: [
      {
        pattern: /stat="?Loop detected|result="500 5\.4\.6 .*Loop detected|^warn: loop detected/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mta delivery evpid=8a7b6c5d4e3f2a1b from=<alice@example.test> to=<bob@elsewhere.example> rcpt=<-> source="-" relay="192.0.2.9 (mx.elsewhere.example)" delay=2s result="PermFail" stat="Loop detected"',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Let a rule for the domain stand before the one that relays.',
    commands: ["grep -nE '^(match|action)' /etc/smtpd.conf", 'host -t MX example.test'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
