import type { FailureMode } from '../../model/failure-mode';
import { closedBeforeGreeting } from '../client/shared/session-notes';
import { mailOfUser } from '../shared/client-steps';
import { running } from '../shared/facts';
import { dead, noGreeting, notThere, socketManual, stopsSmtpd, withoutSocket } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/not-running',
  kind: 'fault',
  common: true,
  title: 'Dovecot was not started, and its socket is not there',
  cause:
    'With smtpd_sasl_type = dovecot, smtpd has no mechanisms of its own: it asks Dovecot at a socket below the queue ' +
    'directory, which Dovecot makes when it starts. It has not been started since the machine or the container ' +
    'began: not enabled, or after Postfix.',
  symptoms: {
    log: [notThere, ...stopsSmtpd, closedBeforeGreeting],
    facts: [running('dovecot', false)],
    client: noGreeting,
  },
  repair: {
    words: 'Start Dovecot, and from now on before Postfix; see that the socket appears.',
    commands: ['systemctl enable --now dovecot', 'ls -l /var/spool/postfix/private/auth', 'systemctl restart postfix'],
  },
  reproduction: {
    image: 'dovecot',
    // The services of the lab start what can be run.
    inject: `chmod a-x /usr/sbin/dovecot
${withoutSocket}`,
    provoke: [mailOfUser],
    repair: 'chmod a+x /usr/sbin/dovecot',
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy: dead,
  references: [socketManual, 'https://github.com/LukeSmithxyz/emailwiz/issues/129'],
};
