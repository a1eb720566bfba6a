import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'ports/proxy-header-missing',
  kind: 'fault',
  title: 'the port waits for a PROXY header that does not come, or not in a form that it knows',
  cause:
    'smtpd_upstream_proxy_protocol = haproxy makes smtpd wait for a line from the load balancer before it greets. ' +
    'Clients that reach the port directly (other containers, a monitor, fetchmail) send none, wait five seconds in ' +
    'silence and get 421. “EOF” is said of one that only opens the connection and closes it: mostly the balancer’s own check, and harmless where clients get in. Version 2 of the header is understood since Postfix 3.5.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: haproxy read: (?:timeout error|time limit exceeded|unrecognized protocol header|short protocol header|bad or missing protocol header)/,
        specimen: 'postfix/smtpd[1330]: warning: haproxy read: timeout error',
        strength: 'names',
      },
      {
        pattern: /^warning: haproxy read: (?:unexpected )?EOF/,
        specimen: 'postfix/smtpd[1330]: warning: haproxy read: EOF',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Silence for $smtpd_upstream_proxy_timeout, then 421 4.3.0 mail.example.test Server local error',
  },
  repair: {
    words: 'Set it in master.cf for the port of the balancer only, and leave another port to direct clients.',
    commands: [
      'postconf -n | grep upstream_proxy_protocol; postconf -P | grep upstream_proxy_protocol   # postscreen has its own',
      'postconf -X smtpd_upstream_proxy_protocol postscreen_upstream_proxy_protocol',
      'postconf -P smtps/inet/smtpd_upstream_proxy_protocol=haproxy',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e smtpd_upstream_proxy_protocol=haproxy smtpd_upstream_proxy_timeout=1s',
    provoke: [{ kind: 'lines', lines: [] }],
    repair: 'postconf -X smtpd_upstream_proxy_protocol\npostconf -P smtps/inet/smtpd_upstream_proxy_protocol=haproxy',
    toldBy: 'log',
  },
  versions: { from: '2.10' },
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_upstream_proxy_protocol',
    'https://github.com/docker-mailserver/docker-mailserver/issues/2929',
  ],
};
