import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/smarthost-unreachable',
  kind: 'fault',
  title: 'Exim reaches no server to hand mail to',
  cause:
    'The next server does not answer, refuses the connection or closes it at once, or its name is not known to DNS. At port 25 most often the provider blocks it; with a smarthost, host or port are wrong: Exim writes them host::587.',
  symptoms: {
    log: [
      {
        pattern:
          /^Remote host closed connection in response to initial connection$|(?:defer \(\d+\)|H=\S+ \[[^\]]+\](?::\d+)?):?(?: H=\S+ \[[^\]]+\](?::\d+)?:)? (?:Connection (?:timed out|refused)(?!.*SMTP timeout )|Remote host closed connection in response to initial connection)|defer \(\d+\):?(?: H=\S+ \[[^\]]+\](?::\d+)?:)? (?:Connection reset by peer|No route to host|Network is unreachable)|lookup of host "[^"]*" failed in \w+ router|defer \(-1\).*lookup of host "[^"]*" failed in \w+ router/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost T=remote_smtp_smarthost defer (110): Connection timed out',
        strength: 'suggests',
      },
      {
        pattern: /H=\S+ \[[^\]]+\](?::\d+)?:? Network is unreachable/,
        specimen: '2026-11-24 23:49:37 1tH0aB-0000000012-0001 H=smtp.example.com [203.0.113.20] Network is unreachable',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /lookup failed for all hosts in \S+ router/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost defer (-1): lookup failed for all hosts in smarthost router: host_find_failed=ignore host_all_ignored=defer',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Try the connection by hand; where 25 is blocked, send by a smarthost at 587.',
    commands: ['nc -vz smarthost.example.test 587', 'grep dc_smarthost /etc/exim4/update-exim4.conf.conf', 'exim -qff'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html'],
};
