import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { action, milterManual, milterRefused, milterRejected } from './shared/milters';

export const mode: FailureMode = {
  id: 'services/milter-down',
  kind: 'fault',
  title: 'a milter does not answer, and mail is put off until it does',
  cause:
    'smtpd_milters names OpenDKIM, rspamd or another filter at a TCP port where nothing listens: it is not running, or another container was meant. Or a firewall or the network lies between, as where it times out. milter_default_action is tempfail, the default, so smtpd puts everything off, AUTH included: users take it for a trouble with their password.',
  symptoms: {
    log: [
      milterRefused,
      milterRejected,
      {
        // As somebody types it.
        pattern: /connect to milter service:? (?:inet|unix|local):\S+:connection refused$/i,
        specimen: 'connect to milter service: inet:localhost:8891:connection refused',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [action('tempfail')],
    client:
      'AUTH: 454 4.3.0 Try again later; MAIL FROM: 451 4.7.1 Service unavailable - try again later. Newer versions ' +
      '(seen with 3.10) say 421 instead of a greeting.',
  },
  repair: {
    words: 'Start the filter, or take it out of smtpd_milters until it runs.',
    commands: ['systemctl status opendkim', 'systemctl restart opendkim', 'ss -ltnp | grep 8891'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_milters=inet:127.0.0.1:8891',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_milters',
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    milterManual,
    'https://github.com/Mailu/Mailu/issues/2057',
    'https://github.com/rspamd/rspamd/issues/1268',
  ],
};
