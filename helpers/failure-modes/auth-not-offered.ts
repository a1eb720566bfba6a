import type { ClientStep, FactSign, FailureMode, LogSign } from '../model/failure-mode';
import { postfixSmtpd } from './restriction-lists';
import {
  announcesTls,
  demandsTls,
  isForUsers,
  noSmtpdSetting,
  type Settings,
  smtpdSetting,
  wraps,
} from './service-settings';
import { alone, parameter } from './signs';

const counts = (commands: RegExp, example: string, program: RegExp, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(`^disconnect from \\S+ ${commands.source}`),
  specimen: `postfix/submission/smtpd[1265]: disconnect from client.outside.example[198.51.100.7] ${example}`,
  strength,
  program,
});

/** A login that was refused, in clear: 503 is in no other line of the log. Counted since 3.0. */
const refusedInClear = counts(
  /(?:ehlo|helo)=\d+ auth=0\/\d+ /,
  'ehlo=1 auth=0/1 quit=1 commands=2/3',
  postfixSmtpd,
  'suggests',
);

/**
 * A fact without which the sign must not count: the line is that of every failed login in clear, so where nobody has
 * looked at the configuration it would be suspected of every guess.
 */
const needed = (fact: FactSign): FactSign => ({ ...fact, holds: (facts) => fact.holds(facts) ?? false });

const discarding: LogSign = {
  pattern: /^discarding EHLO keywords: (?:.* )?(?:AUTH|STARTTLS)\b/,
  specimen: 'postfix/submission/smtpd[2207]: discarding EHLO keywords: AUTH STARTTLS',
  strength: 'suggests',
};

const enables = (get: Settings) => get('smtpd_sasl_auth_enable') === 'yes';
const enableLook = 'postconf -h smtpd_sasl_auth_enable; postconf -P | grep smtpd_sasl_auth_enable';

const noneEnables = noSmtpdSetting('smtpd_sasl_auth_enable is yes for no smtpd', enableLook, enables);
const someEnables = smtpdSetting('smtpd_sasl_auth_enable is yes for some smtpd', enableLook, enables);

const usersWithout = smtpdSetting(
  'a service for users, such as submission, has not smtpd_sasl_auth_enable = yes',
  enableLook,
  (get, service) => isForUsers(service) && !enables(get),
);

const port25Without = smtpdSetting(
  'the service smtp, port 25, has not smtpd_sasl_auth_enable = yes',
  enableLook,
  (get, service) => /^(?:.*:)?(?:smtp|25)$/.test(service?.name ?? '') && !enables(get),
);

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

const keywordsDiscarded: FactSign = smtpdSetting(
  'smtpd_discard_ehlo_keywords has auth or starttls',
  'postconf -h smtpd_discard_ehlo_keywords; postconf -P | grep smtpd_discard',
  (get) => /\b(?:auth|starttls)\b/i.test(get('smtpd_discard_ehlo_keywords')),
);

const discardedByAddress = smtpdSetting(
  'smtpd_discard_ehlo_keyword_address_maps is set',
  'postconf -h smtpd_discard_ehlo_keyword_address_maps; postconf -P | grep smtpd_discard',
  (get) => get('smtpd_discard_ehlo_keyword_address_maps') !== '',
);

// alice, wrong: never looked at, as AUTH is refused before.
const triesToLogIn = (port: 25 | 587): readonly ClientStep[] => [
  { kind: 'lines', port, lines: ['AUTH PLAIN AGFsaWNlAHdyb25n', 'QUIT'] },
];

const notEnabled = 'No AUTH in the answer to EHLO; AUTH gets 503 5.5.1 Error: authentication not enabled.';
const manual = (name: string) => `https://www.postfix.org/postconf.5.html#${name}`;
const usable587 = ['no-mechanisms/usable-on-587'];
const restart = 'systemctl restart postfix';

/** smtpd runs well, and does not offer AUTH to somebody who wants it. */
export const authNotOffered: readonly FailureMode[] = [
  {
    id: 'auth-not-offered/switched-off',
    kind: 'fault',
    title: 'AUTH is switched off on every port',
    cause:
      'smtpd_sasl_auth_enable is no by default, and neither main.cf nor any service of master.cf says yes: the line is ' +
      'missing, misspelt or commented out. However well SASL is set up, smtpd never asks it.',
    symptoms: {
      log: [{ ...refusedInClear, strength: 'accompanies' }],
      facts: [alone(noneEnables)],
      client: notEnabled,
    },
    repair: {
      words: 'Switch it on, for all ports or for those of the users alone.',
      commands: ['postconf -e smtpd_sasl_auth_enable=yes', restart],
    },
    reproduction: {
      inject: 'postconf -X smtpd_sasl_auth_enable',
      provoke: triesToLogIn(587),
      repair: 'postconf -e smtpd_sasl_auth_enable=yes',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: usable587,
    references: [manual('smtpd_sasl_auth_enable'), 'https://github.com/antespi/docker-imap-devel/issues/6'],
  },
  {
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
  },
  {
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
        },
      ],
      facts: [needed(port25Without), someEnables],
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
  },
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
    noticedBy: ['authenticated-relay/plain-on-587-before-tls', 'open-relay/outside-anonymous-local'],
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
  {
    id: 'auth-not-offered/exceptions-networks',
    kind: 'fault',
    title: 'smtpd_sasl_exceptions_networks hides AUTH from some clients',
    cause:
      'To clients in these networks EHLO does not name AUTH; meant for old ones that would ask for a password though none ' +
      'is needed. With $mynetworks in it, users in the office or behind a proxy can’t log in, where others can. AUTH ' +
      'would be accepted, but clients do not try what they are not offered.',
    symptoms: {
      log: [],
      facts: [alone(parameter('smtpd_sasl_exceptions_networks', /\S/, 'smtpd_sasl_exceptions_networks is set'))],
      client: 'No AUTH in the answer to EHLO, for clients in these networks only.',
    },
    repair: {
      words: 'Take it away.',
      commands: ['postconf -X smtpd_sasl_exceptions_networks', restart],
    },
    reproduction: {
      inject: 'postconf -e smtpd_sasl_exceptions_networks=198.51.100.0/24',
      provoke: [{ kind: 'lines', lines: ['QUIT'] }],
      repair: 'postconf -X smtpd_sasl_exceptions_networks',
      toldBy: 'facts',
    },
    versions: { from: '2.1' },
    noticedBy: usable587,
    references: [manual('smtpd_sasl_exceptions_networks'), 'https://github.com/RainLoop/rainloop-webmail/issues/813'],
  },
  {
    id: 'auth-not-offered/keywords-discarded',
    kind: 'fault',
    title: 'smtpd_discard_ehlo_keywords takes AUTH or STARTTLS out of the answer to EHLO',
    cause:
      'The parameter names what EHLO shall not offer, to get along with faulty clients; whoever has auth or starttls in it ' +
      'has switched them off. A firewall that rewrites EHLO gives clients the same picture, without this line in the log.',
    symptoms: {
      log: [discarding],
      facts: [keywordsDiscarded],
      client: `No AUTH, or no STARTTLS, in the answer to EHLO. AUTH: 503 5.5.1 Error: authentication not enabled.`,
    },
    repair: {
      words: 'Leave out auth and starttls.',
      commands: [
        'postconf -h smtpd_discard_ehlo_keywords',
        'postconf -e smtpd_discard_ehlo_keywords=silent-discard',
        restart,
      ],
    },
    reproduction: {
      inject: 'postconf -e smtpd_discard_ehlo_keywords=auth,starttls',
      provoke: [{ kind: 'lines', lines: ['QUIT'] }],
      repair: 'postconf -X smtpd_discard_ehlo_keywords',
      toldBy: 'log and facts',
    },
    versions: { from: '2.2' },
    noticedBy: usable587,
    references: [manual('smtpd_discard_ehlo_keywords')],
  },
  {
    id: 'auth-not-offered/keywords-discarded-by-address',
    kind: 'fault',
    title: 'a table takes AUTH or STARTTLS out of the answer to EHLO, for some clients',
    cause:
      'smtpd_discard_ehlo_keyword_address_maps says by client address what EHLO shall not offer. An entry with auth or ' +
      'starttls takes in more clients than was meant, so that some can’t log in and others can.',
    symptoms: {
      log: [discarding],
      facts: [discardedByAddress],
      client: 'No AUTH, or no STARTTLS, in the answer to EHLO, for some clients only.',
    },
    repair: {
      words: 'Look the client up in the table, and correct the entry.',
      commands: [
        'postmap -q 198.51.100.7 "$(postconf -h smtpd_discard_ehlo_keyword_address_maps)"',
        'postconf -X smtpd_discard_ehlo_keyword_address_maps',
        restart,
      ],
    },
    reproduction: {
      inject: `echo '198.51.100.0/24 auth, starttls' >/etc/postfix/discard_ehlo
postconf -e smtpd_discard_ehlo_keyword_address_maps=cidr:/etc/postfix/discard_ehlo`,
      provoke: [{ kind: 'lines', lines: ['QUIT'] }],
      repair: "sed -i 's/ auth, starttls/ dsn/' /etc/postfix/discard_ehlo",
      toldBy: 'log and facts',
    },
    versions: { from: '2.2' },
    noticedBy: usable587,
    references: [manual('smtpd_discard_ehlo_keyword_address_maps')],
  },
  {
    id: 'auth-not-offered/second-auth-line',
    kind: 'noise',
    title: 'a client complains of the second line with AUTH in the answer to EHLO',
    cause:
      'broken_sasl_auth_clients = yes, as in the how-to, repeats the mechanisms in an old form, AUTH=PLAIN LOGIN, for ' +
      'Outlook Express 4. Strict parsers log an error about its equals sign and use the other line.',
    symptoms: {
      log: [
        {
          pattern: /^(?:\S*SmtpResponseParserException: )?EHLO keyword contains invalid character/,
          specimen: 'SmtpResponseParserException: EHLO keyword contains invalid character',
          strength: 'names',
        },
      ],
      facts: [],
      client: '250-AUTH PLAIN LOGIN, and 250-AUTH=PLAIN LOGIN',
    },
    repair: {
      words: 'Nothing need be done. Without clients of the last century it can go.',
      commands: ['postconf -e broken_sasl_auth_clients=no', restart],
    },
    unreproduced: 'the reference server has the setting and is whole; the line is of a client’s log',
    versions: {},
    noticedBy: [],
    references: [
      manual('broken_sasl_auth_clients'),
      'https://github.com/thunderbird/thunderbird-android/issues/8715',
      'https://github.com/apache/james-project/pull/3195',
    ],
  },
];
