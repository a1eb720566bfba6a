import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/postscreen-helpers-busy',
  kind: 'fault',
  title: 'dnsblog or tlsproxy takes no more connections',
  cause:
    'The socket of dnsblog or tlsproxy is there, and its queue is full: too few of these processes run, they wait for a name server that does not answer, they end at each start, or master starts no more (a limit on processes, a container without memory). postscreen is hit, or smtp where it keeps TLS connections by tlsproxy.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:psc_dnsbl_request: )?(?:connect to|unable to connect to the) (?:private\/)?(?:dnsblog|tlsproxy)(?: service)?: Resource temporarily unavailable/,
        specimen:
          'postfix/postscreen[9817]: warning: psc_dnsbl_request: connect to private/dnsblog service: Resource temporarily unavailable',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Port 25 is slow, and the block lists are not heeded',
  },
  repair: {
    words: 'See whether dnsblog runs, and how long a query takes.',
    commands: [
      'ps ax | grep -E "dnsblog|tlsproxy"',
      'postconf -M | grep -E "^(dnsblog|tlsproxy)"',
      'time dig +short 2.0.0.127.zen.spamhaus.org',
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'It takes more queries at once than a machine of tests makes.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/mailcow/mailcow-dockerized/issues/2508',
    'https://www.postfix.org/POSTSCREEN_README.html',
  ],
};
