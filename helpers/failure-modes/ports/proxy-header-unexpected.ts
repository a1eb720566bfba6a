import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { parameter } from '../shared/facts';

export const mode: FailureMode = {
  id: 'ports/proxy-header-unexpected',
  kind: 'fault',
  title: 'a load balancer sends a PROXY header that the port does not expect',
  cause:
    'The balancer speaks the PROXY protocol, the service does not: smtpd takes the header for a command that comes ' +
    'too early. It answers 500, or hangs up where unauthorised pipelining is forbidden (default since 3.9), and sees ' +
    'the balancer’s address instead of the client’s.',
  symptoms: {
    log: [
      {
        pattern: /^improper command pipelining after CONNECT from \S+: PROXY (?:TCP[46]|UNKNOWN)/,
        specimen:
          'postfix/smtpd[1348]: improper command pipelining after CONNECT from lb.example.test[192.0.2.20]: PROXY TCP4 198.51.100.7 192.0.2.1 1234 25\\r\\n',
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [parameter('smtpd_upstream_proxy_protocol', /^$/, 'smtpd_upstream_proxy_protocol is not set')],
    client: '500 5.5.2 Error: command not recognized; since 3.9: 554 5.5.0 Error: SMTP protocol synchronization',
  },
  repair: {
    words: 'Tell that service to expect it; nobody else may be able to reach the port, for the header can be forged.',
    commands: [
      'postconf -P smtps/inet/smtpd_upstream_proxy_protocol=haproxy   # the port of the balancer',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: '',
    provoke: [
      {
        kind: 'run',
        // smtpd only notices what has come before its greeting went: Postfix sleeps until the header is there.
        script: `master=$(tr -d ' ' </var/spool/postfix/pid/master.pid)
kill -STOP "$master"
processes="$master $(cat "/proc/$master/task/$master/children")"
kill -STOP $processes
exec 3<>/dev/tcp/127.0.0.1/25
printf 'PROXY TCP4 198.51.100.7 192.0.2.1 1234 25\\r\\n' >&3
kill -CONT $processes
for reply in 1 2; do IFS= read -r -t 3 line <&3 || true; done
exec 3>&-`,
      },
    ],
    repair: '',
    toldBy: 'log',
  },
  versions: { from: '2.10' },
  noticedBy: [],
  references: ['https://github.com/docker-mailserver/docker-mailserver/issues/954'],
};
