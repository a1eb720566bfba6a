import type { FailureMode } from '../../model/failure-mode';
import { smtpdSetting } from '../shared/service-settings';
import { enableLook, enables, someEnables } from './shared/auth-settings';
import { notEnabled, refusedInClear, restart, triesToLogIn } from './shared/refused-logins';

const port25Without = smtpdSetting(
  'the service smtp, port 25, has not smtpd_sasl_auth_enable = yes',
  enableLook,
  (get, service) => /^(?:.*:)?(?:smtpd?|25)$/.test(service?.name ?? '') && !enables(get),
);

export const mode: FailureMode = {
  id: 'auth-not-offered/off-on-port-25',
  kind: 'client',
  title: 'a client wants to log in at port 25, where AUTH is off on purpose',
  cause:
    'Port 25 is for other servers, and many switch AUTH off there so that nobody can guess passwords (docker-mailserver ' +
    'since 12). Users have 587 and 465. A client that still uses 25 is refused.',
  symptoms: {
    log: [
      {
        ...refusedInClear,
        specimen: refusedInClear.specimen.replace('postfix/submission/', 'postfix/'),
        program: /^postfix\/smtpd$/,
        onlyIf: port25Without,
      },
    ],
    facts: [port25Without, someEnables],
    client: `25: ${notEnabled} MAIL and RCPT then get Relay access denied.`,
  },
  repair: {
    words: 'In the client: 587 with STARTTLS, or 465. Where 25 must serve users, switch AUTH on there.',
    commands: ['postconf -P smtp/inet/smtpd_sasl_auth_enable=yes', restart],
  },
  reproduction: {
    inject: 'postconf -P smtp/inet/smtpd_sasl_auth_enable=no',
    provoke: triesToLogIn(25),
    repair: 'postconf -P smtp/inet/smtpd_sasl_auth_enable=yes',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-25'],
  references: [
    'RFC 6409 section 3',
    'https://github.com/docker-mailserver/docker-mailserver/issues/3948',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1247',
  ],
};
