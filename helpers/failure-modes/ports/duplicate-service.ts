import type { FailureMode } from '../../model/failure-mode';
import { master, masterManual } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/duplicate-service',
  kind: 'fault',
  title: 'master.cf has the same port or service twice, and only the last one counts',
  cause:
    'submission and 587 are one port. Where master.cf has both, an installer’s and the administrator’s, master takes ' +
    'the last and drops the other with its options: a TLS or login rule set there is simply not in force.',
  symptoms: {
    log: [
      master(
        /^warning: duplicate master\.cf entry for service "/,
        'warning: duplicate master.cf entry for service "submission" (587) -- using the last entry',
      ),
    ],
    facts: [],
    client: 'What the last entry says: 554 5.7.1 … Access denied, or no AUTH in the answer to EHLO',
  },
  repair: {
    words: 'Keep one of them.',
    commands: ['postconf -MX 587/inet', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `printf '587 inet n - n - - smtpd\\n  -o smtpd_client_restrictions=permit_mynetworks,reject\\n' >>/etc/postfix/master.cf`,
    provoke: [],
    repair: 'postconf -MX 587/inet',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [masterManual],
};
