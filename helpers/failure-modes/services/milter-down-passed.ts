import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { action, milterManual, milterRefused } from './shared/milters';

export const mode: FailureMode = {
  id: 'services/milter-down-passed',
  kind: 'exposure',
  title: 'a milter does not answer, and mail passes without it',
  cause:
    'A filter of smtpd_milters can’t be reached, and milter_default_action is accept: the mail goes on unsigned or ' +
    'unscanned. Nobody is refused and nobody complains; receivers begin to distrust mail without its DKIM signature.',
  symptoms: {
    log: [milterRefused],
    facts: [action('accept')],
    client: 'Nothing: 250 2.0.0 Ok',
  },
  repair: {
    words: 'Start the filter, and have it watched.',
    commands: ['systemctl restart opendkim', 'ss -ltnp | grep 8891'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_milters=inet:127.0.0.1:8891 milter_default_action=accept',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_milters',
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy: [],
  references: [milterManual],
};
