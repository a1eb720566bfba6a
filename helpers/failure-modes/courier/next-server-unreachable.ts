import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/next-server-unreachable',
  kind: 'fault',
  title: 'Courier reaches no server to hand mail to',
  cause:
    'The next server does not answer or refuses the connection, or DNS does not answer or has no such domain, as after a slip of the pen. At port 25 most often the provider blocks it; with a smarthost, host or port in esmtproutes are wrong: it writes :host,587.',
  symptoms: {
    log: [
      {
        pattern:
          /id=[\dA-Fa-f.]+,from=<[^>]*>,addr=<[^>]*>.*: (?:Connection (?:refused|timed out|reset by peer)|No route to host|Network is unreachable|DNS lookup failure|No such domain)/,
        specimen:
          'courieresmtp: id=00000000.1,from=<alice@example.test>,addr=<bob@elsewhere.example>: Connection timed out',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Try the connection by hand; where 25 is blocked, send by a smarthost.',
    commands: [
      'host -t MX elsewhere.example',
      'nc -vz smarthost.example.test 587',
      'cat /etc/courier/esmtproutes   # :smarthost.example.test,587 /SECURITY=REQUIRED',
      'courier flush',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
