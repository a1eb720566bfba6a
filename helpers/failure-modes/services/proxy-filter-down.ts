import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailOfUser } from '../shared/client-steps';
import { queueFileFails } from '../shared/queue-file-fails';

export const mode: FailureMode = {
  id: 'services/proxy-filter-down',
  kind: 'fault',

  title: 'the filter before the queue can not be reached, breaks off or is silent, or refuses to start a session',
  cause:
    'smtpd_proxy_filter names Amavis or another filter that speaks SMTP. Nothing answers there, a firewall or SELinux forbids the connection, the filter ends or waits in the middle, as for a scanner, or its own limits let it greet with 421. smtpd refuses the mail.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:connect to proxy filter \S+: |lost connection with proxy |timeout talking to proxy |proxy \S+ rejected "(?:connection request|EHLO |XFORWARD ))/,
        specimen: 'postfix/smtpd[1633]: warning: connect to proxy filter 127.0.0.1:10024: Connection refused',
        strength: 'names',
        program: smtpdProgram,
      },
      queueFileFails,
    ],
    facts: [],
    client: '451 4.3.0 Error: queue file write error, or 451 4.3.0 Error: system error',
  },
  repair: {
    words: 'Start the filter; while it can’t run, take the setting out.',
    commands: [
      'systemctl restart amavis',
      'ss -ltnp | grep 10024; journalctl -k | grep -i avc',
      'postconf -P | grep smtpd_proxy_filter; postconf smtpd_proxy_timeout',
    ],
  },
  reproduction: {
    inject: 'postconf -e smtpd_proxy_filter=127.0.0.1:10024',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_proxy_filter',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_PROXY_README.html'],
};
