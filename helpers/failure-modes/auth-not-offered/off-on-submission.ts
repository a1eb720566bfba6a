import type { FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { isForUsers, smtpdSetting } from '../shared/service-settings';
import { enableLook, enables, someEnables } from './shared/auth-settings';
import { manual, notEnabled, refusedInClear, restart, triesToLogIn, usable587 } from './shared/refused-logins';

const usersWithout = smtpdSetting(
  'a service for users, such as submission, has not smtpd_sasl_auth_enable = yes',
  enableLook,
  (get, service) => isForUsers(service) && !enables(get),
);

export const mode: FailureMode = {
  id: 'auth-not-offered/off-on-submission',
  kind: 'fault',
  title: 'AUTH is offered on some port, and not on one that is for users',
  cause:
    'In master.cf a service for users, submission or smtps, has -o smtpd_sasl_auth_enable=no, or lacks a yes where ' +
    'main.cf says no. There users can do nothing at all, while a test at another port finds AUTH in order.',
  symptoms: {
    log: [{ ...refusedInClear, strength: 'accompanies' }],
    facts: [someEnables, alone(usersWithout)],
    client: `587 or 465: ${notEnabled}`,
  },
  repair: {
    words: 'Switch AUTH on for that service.',
    commands: ['postconf -P submission/inet/smtpd_sasl_auth_enable=yes', restart],
  },
  reproduction: {
    inject: 'postconf -P submission/inet/smtpd_sasl_auth_enable=no',
    provoke: triesToLogIn(587),
    repair: 'postconf -P submission/inet/smtpd_sasl_auth_enable=yes',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: usable587,
  references: [manual('smtpd_sasl_auth_enable')],
};
