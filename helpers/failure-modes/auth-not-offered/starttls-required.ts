import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { clientGets, findsNoAuth } from '../client/shared/client-words';
import { demandsTls, smtpdSetting, wraps } from '../shared/service-settings';
import { tlsLook } from './shared/auth-settings';
import { counts, manual, restart } from './shared/refused-logins';

const refusedBeforeTls = counts(
  /(?:ehlo|helo)=\d+ (?:auth=0\/\d+ )?mail=0\/\d+ /,
  'ehlo=1 auth=0/1 mail=0/1 quit=1 commands=2/4',
  smtpdProgram,
  'suggests',
);

const tlsDemanded = smtpdSetting(
  'smtpd_tls_security_level is encrypt',
  tlsLook,
  (get) => demandsTls(get) && !wraps(get),
);

export const mode: FailureMode = {
  id: 'auth-not-offered/starttls-required',
  kind: 'client',
  title: 'a client does not use TLS, and the server demands it for everything',
  cause:
    'smtpd_tls_security_level = encrypt takes nothing but EHLO, STARTTLS and QUIT before TLS. On a port for users that is right; at 25 it loses mail from servers without TLS, which RFC 3207 forbids to demand there. A client that uses TLS where it is offered has not found STARTTLS in EHLO: something between takes it out, or the server can’t load its certificate. Where the reply is a provider’s (Gmail ends it with gsmtp), nothing is to be set at the server: TLS is off in the program; in Postfix, as a client of the next server, by smtp_tls_security_level = none.',
  symptoms: {
    log: [
      { ...refusedBeforeTls, onlyIf: tlsDemanded },
      { ...refusedBeforeTls, strength: 'accompanies', alone: true },
      clientGets(
        /530[ -]5\.7\.0 Must issue a STARTTLS command first/,
        'sendEmail[4908]: ERROR => Received: 530 5.7.0 Must issue a STARTTLS command first.',
      ),
      findsNoAuth,
    ],
    facts: [tlsDemanded],
    client: 'AUTH and MAIL FROM: 530 5.7.0 Must issue a STARTTLS command first',
  },
  repair: {
    words: 'Switch on STARTTLS in the client. At port 25, let the server only offer it.',
    commands: [
      'postconf -e smtpd_tls_security_level=may',
      'postconf -P submission/inet/smtpd_tls_security_level=encrypt',
      restart,
    ],
  },
  reproduction: {
    inject: 'postconf -e smtpd_tls_security_level=encrypt',
    provoke: [{ kind: 'lines', lines: ['AUTH PLAIN AGFsaWNlAHdyb25n', 'MAIL FROM:<alice@example.test>', 'QUIT'] }],
    repair: 'postconf -e smtpd_tls_security_level=may',
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    manual('smtpd_tls_security_level'),
    'RFC 3207 section 4',
    'https://github.com/mailpile/Mailpile/issues/2251',
  ],
};
