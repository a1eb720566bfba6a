import type { FailureMode } from '../model/failure-mode';
import { counts, manual, needed, notEnabled, refusedInClear, restart, triesToLogIn, usable587 } from './auth-signs';
import { postfixSmtpd } from './restriction-lists';
import { announcesTls, demandsTls, smtpdSetting, wraps } from './service-settings';
import { alone } from './signs';

const tlsLook = 'postconf smtpd_tls_auth_only smtpd_tls_security_level; postconf -P | grep smtpd_tls_';

const onlyInTls = smtpdSetting(
  'smtpd_tls_auth_only is yes, where STARTTLS is offered',
  tlsLook,
  (get) => get('smtpd_tls_auth_only') === 'yes' && announcesTls(get) && !wraps(get),
);

const onlyInTlsThatIsOff = smtpdSetting(
  'smtpd_tls_auth_only is yes, and TLS is off',
  tlsLook,
  (get) => get('smtpd_tls_auth_only') === 'yes' && !announcesTls(get) && !wraps(get),
);

const tlsDemanded = smtpdSetting(
  'smtpd_tls_security_level is encrypt',
  tlsLook,
  (get) => demandsTls(get) && !wraps(get),
);

/** AUTH is there, and only inside TLS. */
export const authOnlyInTls: readonly FailureMode[] = [
  {
    id: 'auth-not-offered/only-in-tls',
    kind: 'client',
    title: 'a client wants to log in before TLS, and AUTH is offered only inside',
    cause:
      'smtpd_tls_auth_only = yes hides AUTH until STARTTLS, so that no password goes in clear. A client set to "no ' +
      'encryption", or one that does not know STARTTLS, finds no AUTH; postconf shows it switched on, which confuses.',
    symptoms: {
      log: [refusedInClear],
      facts: [needed(onlyInTls)],
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
  },
  {
    id: 'auth-not-offered/starttls-required',
    kind: 'client',
    title: 'a client does not use TLS, and the server demands it for everything',
    cause:
      'smtpd_tls_security_level = encrypt takes nothing but EHLO, STARTTLS and QUIT before TLS. On a port for users that ' +
      'is right; at 25 it loses mail from servers without TLS, which RFC 3207 forbids to demand there.',
    symptoms: {
      log: [
        counts(
          /(?:ehlo|helo)=\d+ (?:auth=0\/\d+ )?mail=0\/\d+ /,
          'ehlo=1 auth=0/1 mail=0/1 quit=1 commands=2/4',
          postfixSmtpd,
          'suggests',
        ),
      ],
      facts: [needed(tlsDemanded)],
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
  },
  {
    id: 'auth-not-offered/only-in-tls-that-is-off',
    kind: 'fault',
    title: 'AUTH is offered only inside TLS, and TLS is off',
    cause:
      'smtpd_tls_auth_only = yes waits for STARTTLS, which smtpd_tls_security_level = none, or nothing, does not offer. ' +
      'Nobody can log in, and nothing says so: postconf shows AUTH switched on.',
    symptoms: {
      log: [{ ...refusedInClear, strength: 'accompanies' }],
      facts: [alone(onlyInTlsThatIsOff)],
      client: `Neither STARTTLS nor AUTH. ${notEnabled} STARTTLS: 502 5.5.1 Error: command not implemented.`,
    },
    repair: {
      words: 'Switch TLS on, with a certificate.',
      commands: [
        'postconf -e smtpd_tls_security_level=may',
        'postconf smtpd_tls_cert_file smtpd_tls_key_file',
        restart,
      ],
    },
    reproduction: {
      inject: 'postconf -e smtpd_tls_auth_only=yes smtpd_tls_security_level=none',
      provoke: triesToLogIn(587),
      repair: `postconf -e smtpd_tls_security_level=may
postconf -e smtpd_tls_auth_only=no`,
      toldBy: 'facts',
    },
    versions: { from: '2.3' },
    noticedBy: usable587,
    references: [manual('smtpd_tls_auth_only')],
  },
];
