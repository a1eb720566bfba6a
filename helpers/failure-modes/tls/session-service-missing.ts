import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'tls/session-service-missing',
  kind: 'fault',

  title: 'the service tlsmgr is missing or does not answer, and TLS with it',
  cause:
    'smtpd and smtp get random numbers and old sessions from tlsmgr. Without its line in master.cf, or from a master.cf older than Postfix 2.2, they switch TLS off. Where the line is there, tlsmgr ends or hangs, and its own lines say why: no source of random numbers, a damaged cache, a wrong column.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: no entropy for TLS key generation: disabling TLS support$|^warning: (?:connect to|problem talking to server) private\/tlsmgr: /,
        specimen: 'postfix/smtpd[62]: warning: problem talking to server private/tlsmgr: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 4.7.0 TLS not available due to local problem',
  },
  repair: {
    words: 'Put the line back.',
    commands: [
      'grep tlsmgr /var/log/mail* | tail',
      'grep -n tlsmgr /etc/postfix/master.cf   # tlsmgr unix - - y 1000? 1 tlsmgr',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `sed -i 's/^tlsmgr/#tlsmgr/' /etc/postfix/master.cf`,
    provoke: [mailOfUser],
    repair: `sed -i 's/^#tlsmgr/tlsmgr/' /etc/postfix/master.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/tlsmgr.8.html'],
};
