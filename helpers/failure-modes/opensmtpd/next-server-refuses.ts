import type { FailureMode } from '../../model/failure-mode';
import { hangsUp, noRouteLeft } from './shared/next-server';

export const mode: FailureMode = {
  id: 'opensmtpd/next-server-refuses',
  kind: 'fault',
  title: 'the next server refuses a mail of OpenSMTPD, and says why',
  cause:
    'What stands behind stat= is the other server’s own answer. 5 as the first digit is for good: an address that it does not have, a sender or a client that it does not allow. 4 is for now, such as greylisting or a limit on logins, and OpenSMTPD tries again.',
  symptoms: {
    log: [
      {
        pattern:
          / mta (?:event=)?delivery .*result="?(?:PermFail|TempFail)"? .*stat="?[45]\d\d[ -]|\brelay: (?:PermFail|TempFail) for \w+: .*, stat=[45]\d\d[ -]/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mta delivery evpid=8a7b6c5d4e3f2a1b from=<alice@example.test> to=<bob@elsewhere.example> rcpt=<-> source="-" relay="192.0.2.9 (mx.elsewhere.example)" delay=2s result="PermFail" stat="550 5.7.1 Client host rejected"',
        strength: 'suggests',
      },
      {
        pattern:
          / mta (?:event=)?error reason="?(?:BANNER|EHLO|HELO|LHLO|STARTTLS) rejected: |AUTH rejected: 4| mta (?:event=)?host-rejects-all-mails/,
        specimen: 'smtpd[53]: 4842dd1772b7c675 mta error reason=BANNER rejected: 554 5.7.1 not welcome',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /stat="?Too many consecutive errors, closing connection/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mta delivery evpid=8a7b6c5d4e3f2a1b from=<alice@example.test> to=<bob@elsewhere.example> rcpt=<-> source="-" relay="192.0.2.9 (mx.elsewhere.example)" delay=2s result="TempFail" stat="Too many consecutive errors, closing connection"',
        strength: 'names',
        alternative: true,
      },
      hangsUp,
      noRouteLeft,
    ],
    facts: [],
    client: 'A bounce, or nothing while the mail waits.',
  },
  repair: {
    words: 'Read the answer; look whether this server’s name and address fit.',
    commands: [
      'smtpctl show queue',
      'host 192.0.2.10; host -t TXT example.test   # the server’s name, and who may send for the domain',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.2.1', 'https://man.openbsd.org/smtpd.conf.5'],
};
