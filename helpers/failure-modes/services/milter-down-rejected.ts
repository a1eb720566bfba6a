import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { action, milterManual, milterRefused, milterRejected } from './shared/milters';

export const mode: FailureMode = {
  id: 'services/milter-down-rejected',
  kind: 'fault',
  title: 'a milter does not answer, and mail is rejected for good',
  cause:
    'A filter of smtpd_milters can’t be reached, and milter_default_action is reject: senders get 5xx and give up, ' +
    'where the default, tempfail, would have let them try again once the filter runs.',
  symptoms: {
    log: [milterRefused, milterRejected],
    facts: [action('reject')],
    client: '550 5.5.1 Command rejected, or 554 5.7.1',
  },
  repair: {
    words: 'Start the filter, and leave the action at tempfail.',
    commands: ['systemctl restart opendkim', 'postconf -X milter_default_action', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_milters=inet:127.0.0.1:8891 milter_default_action=reject',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_milters\npostconf -X milter_default_action',
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [milterManual],
};
