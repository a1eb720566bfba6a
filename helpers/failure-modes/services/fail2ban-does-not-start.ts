import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/fail2ban-does-not-start',
  kind: 'fault',
  title: 'fail2ban does not run, or one of its jails does not',
  cause:
    'A jail names a log file that is not there, as on systems that log to the journal only, or may not be read, a filter that was renamed (postfix-sasl is now postfix with mode = auth), or a backend whose module is missing; in many versions one such jail is enough that nothing starts. “Failed to access socket path” says only that it does not run: its log says why. “already running” is a second start, or a socket that a killed one has left.',
  symptoms: {
    log: [
      {
        pattern:
          /Have not found any log file for |Found no accessible config files for '|Unable to read the filter '|Backend '?\w+'? failed to initialize|Failed to access socket path: \S*fail2ban|Fail2ban seems to be already running|Unable to get stat on \/\S+ because of/,
        specimen:
          'fail2ban-server[9]: ERROR   Failed during configuration: Have not found any log file for postfix-sasl jail',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: attackers are not kept out.',
  },
  repair: {
    words: 'Set backend = systemd for the jail, or install a syslog daemon; correct the filter’s name.',
    commands: [
      'systemctl status fail2ban; tail -30 /var/log/fail2ban.log',
      'fail2ban-client -t',
      'ls /etc/fail2ban/filter.d | grep -E "postfix|dovecot|sasl"',
      'yum install fail2ban-systemd   # Debian: apt-get install python3-systemd',
      'printf "[postfix-sasl]\\nbackend = systemd\\n" >/etc/fail2ban/jail.d/mail.local; systemctl restart fail2ban',
    ],
  },
  unreproduced: 'Our images have no such watch.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/fail2ban/fail2ban/wiki'],
};
