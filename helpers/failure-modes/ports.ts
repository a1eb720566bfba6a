import type { FactSign, FailureMode, LogSign } from '../model/failure-mode';
import { postfixSmtpd, wordsOf } from './restriction-lists';
import { isForUsers, smtpdSetting } from './service-settings';
import { alone, parameter } from './signs';

const masterManual = 'https://www.postfix.org/master.5.html';

const master = (pattern: RegExp, specimen: string): LogSign => ({
  pattern,
  specimen: `postfix/master[275]: ${specimen}`,
  strength: 'names',
  program: /^postfix\S*\/master$/,
});

const noSubmission: FactSign = {
  words: 'master.cf has no service for users: neither submission nor smtps, 587 nor 465',
  look: 'postconf -M | grep -E "^(submissions?|smtps|587|465)"',
  holds: ({ masterCf }) => masterCf && !masterCf.some((service) => service.type === 'inet' && isForUsers(service)),
};

/** A server that only hands on the mail of its own machine, or only takes mail for its domain, is meant to be as it is. */
const forUsers = smtpdSetting(
  'users are to log in: smtpd_sasl_auth_enable is yes',
  'postconf -h smtpd_sasl_auth_enable; postconf -P | grep smtpd_sasl_auth_enable',
  (get) => get('smtpd_sasl_auth_enable') === 'yes',
);

const onlyLoopback: FactSign = {
  words: 'inet_interfaces names the loopback interface only',
  look: 'postconf -h inet_interfaces',
  holds: (facts) => {
    const words = wordsOf(facts, 'inet_interfaces', 'all');
    return (
      words && words.length > 0 && words.every((word) => /^(?:localhost|loopback-only|127\.\S+|\[?::1\]?)$/.test(word))
    );
  },
};

/** Why nothing answers at a port, or only silence: master.cf, addresses, and the PROXY protocol. */
export const ports: readonly FailureMode[] = [
  {
    id: 'ports/submission-off',
    kind: 'fault',
    title: 'master.cf has no service for users, so nothing listens on 587 and 465',
    cause:
      'The stock master.cf of CentOS and Debian has submission and smtps commented out. Mail programs of today try 587 ' +
      'and 465 first, and many networks let nobody out to port 25: for users the server is not there.',
    symptoms: {
      log: [],
      facts: [alone(noSubmission), forUsers],
      client: 'Connection refused on 587 and 465',
    },
    repair: {
      words: 'Take the # away, from the line and from the options under it that are wanted; then restart.',
      commands: ['vi /etc/postfix/master.cf', 'systemctl restart postfix', 'ss -ltn | grep :587'],
    },
    reproduction: {
      inject: `cp /etc/postfix/master.cf /root/master.cf
awk '/^[^ ]/ { off = /^(submission|smtps) / } { print (off ? "#" : "") $0 }' /root/master.cf >/etc/postfix/master.cf`,
      provoke: [],
      repair: `sed -i -E 's/^#((submission|smtps) |  -o)/\\1/' /etc/postfix/master.cf`,
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-587'],
    references: [masterManual, 'RFC 6409', 'https://github.com/docker-mailserver/docker-mailserver/issues/545'],
  },
  {
    id: 'ports/loopback-only',
    kind: 'fault',
    title: 'inet_interfaces names the loopback interface only',
    cause:
      'inet_interfaces = localhost, as in CentOS 7’s stock main.cf, or loopback-only, as of a Debian "local only" ' +
      'installation: Postfix listens at 127.0.0.1 and nowhere else. On the machine itself all works; from outside, ' +
      'also from another container, the connection is refused.',
    symptoms: {
      log: [],
      facts: [alone(onlyLoopback), forUsers],
      client: 'Connection refused on 25, 465 and 587',
    },
    repair: {
      words: 'Listen everywhere, and restart: a reload is not enough for this parameter.',
      commands: ['postconf -e inet_interfaces=all', 'systemctl restart postfix', 'ss -ltn'],
    },
    reproduction: {
      inject: 'postconf -e inet_interfaces=loopback-only',
      provoke: [],
      repair: 'postconf -e inet_interfaces=all',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-25', 'no-mechanisms/usable-on-587'],
    references: [
      'https://www.postfix.org/postconf.5.html#inet_interfaces',
      'https://github.com/Mailu/Mailu/issues/3370',
    ],
  },
  {
    id: 'ports/address-not-here',
    kind: 'fault',
    title: 'inet_interfaces names an address that the machine does not have',
    cause:
      'The machine has moved, its interface is not up yet when Postfix starts, or `localhost` is also ::1 while IPv6 is ' +
      'off (inet_protocols = all, inet_interfaces = localhost). master ends, and no port answers.',
    symptoms: {
      log: [
        {
          pattern:
            /^fatal: (?:parameter inet_interfaces: no local interface found for |config variable inet_interfaces: host not found: )/,
          specimen: 'postfix/master[275]: fatal: parameter inet_interfaces: no local interface found for 192.0.2.77',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Connection refused on all ports',
    },
    repair: {
      words: 'Name an address that `ip addr` shows, or all; without IPv6, set inet_protocols to ipv4.',
      commands: ['ip addr', 'postconf -e inet_interfaces=all inet_protocols=ipv4', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: 'postconf -e inet_interfaces=192.0.2.77',
      provoke: [],
      repair: 'postconf -e inet_interfaces=all inet_protocols=ipv4',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-25'],
    references: ['https://www.postfix.org/postconf.5.html#inet_interfaces'],
  },
  {
    id: 'ports/in-use',
    kind: 'fault',
    title: 'another program listens at the port',
    cause:
      'Sendmail, Exim, or a second Postfix of another container with the host’s network holds port 25 or 587. master ' +
      'can’t have it and ends, so none of the ports is Postfix’s.',
    symptoms: {
      log: [
        master(
          /^fatal: bind \S+ port \d+: Address already in use$/,
          'fatal: bind 0.0.0.0 port 587: Address already in use',
        ),
      ],
      facts: [],
      client: 'The greeting of another program; connection refused on the other ports',
    },
    repair: {
      words: 'Find out who listens, stop and disable it.',
      commands: ['ss -ltnp | grep -E ":(25|587) "', 'systemctl disable --now sendmail', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `mailctl stop
listens() { cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -q ':024B 0*:0000 0A'; }
for try in {1..100}; do listens || break; sleep 0.05; done
setsid openssl s_server -accept 0.0.0.0:587 -cert /etc/pki/tls/certs/postfix.pem -key /etc/pki/tls/private/postfix.key \\
  </dev/null >/dev/null 2>&1 & echo $! >/run/squatter.pid
for try in {1..100}; do listens && break; sleep 0.05; done`,
      provoke: [],
      repair: 'kill "$(cat /run/squatter.pid)"; rm /run/squatter.pid',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-25'],
    references: [masterManual],
  },
  {
    id: 'ports/already-running',
    kind: 'noise',
    title: 'somebody starts a Postfix that runs already',
    cause:
      'A second master finds the lock of the first and ends; the first goes on as before. A start script that runs ' +
      'twice, or a `postfix start` by hand, leaves this line. It is harmless, unless the configuration was changed in ' +
      'between: the running one has not read it.',
    symptoms: {
      log: [
        master(
          /^fatal: open lock file \S+: unable to set exclusive lock: Resource temporarily unavailable$/,
          'fatal: open lock file pid/master.pid: unable to set exclusive lock: Resource temporarily unavailable',
        ),
      ],
      facts: [],
      client: 'Nothing.',
    },
    repair: { words: 'Use restart, or reload, instead of start.', commands: ['systemctl restart postfix'] },
    reproduction: {
      inject: '',
      provoke: [{ kind: 'run', script: 'timeout 5 /usr/libexec/postfix/master || true' }],
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/master.8.html'],
  },
  {
    id: 'ports/proxy-header-missing',
    kind: 'fault',
    title: 'the port waits for a PROXY header that the client does not send',
    cause:
      'smtpd_upstream_proxy_protocol = haproxy makes smtpd wait for a line from the load balancer before it greets. ' +
      'Clients that reach the port directly (other containers, a monitor, fetchmail) send none, wait five seconds in ' +
      'silence and get 421.',
    symptoms: {
      log: [
        {
          pattern: /^warning: haproxy read: (?:timeout error|time limit exceeded|EOF)/,
          specimen: 'postfix/smtpd[1330]: warning: haproxy read: timeout error',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Silence for $smtpd_upstream_proxy_timeout, then 421 4.3.0 mail.example.test Server local error',
    },
    repair: {
      words: 'Set it in master.cf for the port of the balancer only, and leave another port to direct clients.',
      commands: [
        'postconf -X smtpd_upstream_proxy_protocol',
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
  },
  {
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
          program: postfixSmtpd,
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
  },
];
