import type { FailureMode } from '../../model/failure-mode';
import { leavesBeforeTls } from '../client/shared/session-notes';
import { announcesTls, smtpdSetting, wraps } from '../shared/service-settings';
import { tlsLook } from './shared/auth-settings';
import { manual, notEnabled, refusedInClear, triesToLogIn } from './shared/refused-logins';

const onlyInTls = smtpdSetting(
  'smtpd_tls_auth_only is yes, where STARTTLS is offered',
  tlsLook,
  (get) => get('smtpd_tls_auth_only') === 'yes' && announcesTls(get) && !wraps(get),
);

export const mode: FailureMode = {
  id: 'auth-not-offered/only-in-tls',
  kind: 'client',
  title: 'a client wants to log in before TLS, and AUTH is offered only inside',
  cause:
    'smtpd_tls_auth_only = yes hides AUTH until STARTTLS, so that no password goes in clear. A client set to "no ' +
    'encryption", or one that does not know STARTTLS, finds no AUTH; postconf shows it switched on, which confuses.',
  symptoms: {
    log: [{ ...refusedInClear, onlyIf: onlyInTls }, { ...refusedInClear, strength: 'accompanies' }, leavesBeforeTls],
    facts: [onlyInTls],
    client: `Before STARTTLS: ${notEnabled} After it AUTH is there.`,
  },
  repair: {
    words: 'Switch on STARTTLS in the client. On the server it is right as it is.',
    commands: ['openssl s_client -connect mail.example.test:587 -starttls smtp'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_tls_auth_only=yes',
    provoke: triesToLogIn(587),
    repair: 'postconf -e smtpd_tls_auth_only=no',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    manual('smtpd_tls_auth_only'),
    'RFC 8314 section 4.1',
    'https://github.com/getsentry/docker-sentry/issues/101',
  ],
};
