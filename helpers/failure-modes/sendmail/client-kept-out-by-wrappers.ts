import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/client-kept-out-by-wrappers',
  kind: 'fault',
  title: '/etc/hosts.deny keeps a client away from Sendmail, the machine itself perhaps',
  cause:
    'Sendmail of distributions asks TCP wrappers for each connection. ALL: ALL in /etc/hosts.deny without a line for sendmail in /etc/hosts.allow refuses everybody, also the program sendmail that hands in what local users write: it comes from 127.0.0.1.',
  symptoms: {
    log: [
      {
        pattern: /tcpwrappers \(.*\) rejection|ruleset=tcpwrappers?\b.*reject/,
        specimen: 'sm-mta[53]: NOQUEUE: tcpwrappers (localhost, 127.0.0.1) rejection',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.0.0 Access denied, to every command',
  },
  repair: {
    words: 'Let the machine itself and those who may send come in.',
    commands: ["echo 'sendmail: ALL' >>/etc/hosts.allow", 'cat /etc/hosts.allow /etc/hosts.deny'],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/doc8.12/cf/m4/features.html'],
};
