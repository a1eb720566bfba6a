import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/delivers-to-itself',
  kind: 'fault',
  title: 'OpenSMTPD hands mail to port 25 of its own machine, most often to itself',
  cause:
    'DNS, or the `relay host` of an action, says that the domain’s mail is to go to localhost or to this server, and no rule takes the domain as its own. smtpd connects to itself, is a local client there, takes the mail for relaying again, and so on.',
  symptoms: {
    log: [
      {
        pattern: / mta connecting address=smtp(?:\+\w+)?:\/\/(?:127\.\d+\.\d+\.\d+|\[?::1\]?):25 host=localhost/,
        specimen: 'smtpd[53]: f63245cd0d08e264 mta connecting address=smtp://127.0.0.1:25 host=localhost',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and goes round.',
  },
  repair: {
    words: 'Add a rule that takes the domain, or mend its MX.',
    commands: [
      'dig +short MX example.test',
      'grep -n "relay host" /etc/mail/smtpd.conf; ss -ltnp "sport = :25"',
      'grep -n "^match" /etc/mail/smtpd.conf   # match from any for domain "example.test" action "local"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
