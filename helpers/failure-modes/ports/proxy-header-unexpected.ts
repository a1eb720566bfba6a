import type { FactSign, FailureMode } from '../../model/failure-mode';
import { programOf, smtpdProgram } from '../../postfix/log-lines';

const notExpected: FactSign = {
  words: 'smtpd_upstream_proxy_protocol is not set, or postscreen_upstream_proxy_protocol where postscreen listens',
  look: 'postconf smtpd_upstream_proxy_protocol postscreen_upstream_proxy_protocol; postconf -M | grep -w postscreen',
  holds: ({ mainCf, masterCf }) => {
    const isUnset = (name: string) => (mainCf?.get(name)?.value ?? '') === '';
    const mayListen = masterCf?.some(({ command }) => command === 'postscreen') ?? true;
    return (
      mainCf &&
      (isUnset('smtpd_upstream_proxy_protocol') || (mayListen && isUnset('postscreen_upstream_proxy_protocol')))
    );
  },
};

export const mode: FailureMode = {
  id: 'ports/proxy-header-unexpected',
  kind: 'fault',
  title: 'a load balancer sends a PROXY header that the port does not expect',
  cause:
    'The balancer speaks the PROXY protocol, the service does not: smtpd takes the header for a command that comes ' +
    'too early. It answers 500, or hangs up where unauthorised pipelining is forbidden (default since 3.9), and sees ' +
    'the balancer’s address instead of the client’s. Where postscreen listens, it notes the header as PREGREET and ' +
    'tests the balancer: it has a parameter of its own, postscreen_upstream_proxy_protocol, and hands the client’s ' +
    'address on to smtpd, which then needs none.',
  symptoms: {
    log: [
      {
        pattern: /^improper command pipelining after CONNECT from \S+: PROXY (?:TCP[46]|UNKNOWN)/,
        specimen:
          'postfix/smtpd[1348]: improper command pipelining after CONNECT from lb.example.test[192.0.2.20]: PROXY TCP4 198.51.100.7 192.0.2.1 1234 25\\r\\n',
        strength: 'names',
        program: smtpdProgram,
      },
      {
        // In clear words, or as version 2, which is \r\n\r\n\0\r\nQUIT\n and bytes.
        pattern: /^PREGREET \d+ after [\d.]+ from \S+: (?:PROXY (?:TCP[46]|UNKNOWN)|\\r\\n\\r\\n\\(?:0|x0))/,
        specimen:
          'postfix/postscreen[400]: PREGREET 47 after 0 from [172.18.0.2]:51822: PROXY TCP4 203.0.113.9 172.18.0.5 51822 25\\r\\n',
        strength: 'names',
        program: programOf('postscreen'),
        alternative: true,
      },
    ],
    facts: [notExpected],
    client: '500 5.5.2 Error: command not recognized; since 3.9: 554 5.5.0 Error: SMTP protocol synchronization',
  },
  repair: {
    words: 'Tell that service to expect it; nobody else may be able to reach the port, for the header can be forged.',
    commands: [
      'postconf -M | grep -E " (smtpd|postscreen)"; postconf -P | grep upstream_proxy; postconf -n | grep upstream_proxy   # who listens where, and expects it',
      'postconf -e postscreen_upstream_proxy_protocol=haproxy   # where postscreen listens at the balancer’s port',
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
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_upstream_proxy_protocol',
    'https://www.postfix.org/postconf.5.html#postscreen_upstream_proxy_protocol',
    'https://github.com/docker-mailserver/docker-mailserver/issues/954',
  ],
};
