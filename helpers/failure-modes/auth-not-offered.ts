import type { FactSign, FailureMode } from '../model/failure-mode';
import { manual, needed, notEnabled, refusedInClear, restart, triesToLogIn, usable587 } from './auth-signs';
import { isForUsers, noSmtpdSetting, type Settings, smtpdSetting } from './service-settings';
import { alone } from './signs';

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
  (get, service) => /^(?:.*:)?(?:smtpd?|25)$/.test(service?.name ?? '') && !enables(get),
);

/** Without this a server has no AUTH because it needs none: smtpd_relay_restrictions speaks of logins by default. */
const loginsAreMeant: FactSign = {
  words:
    'users are meant to log in: a service for them, another parameter of SASL, or permit_sasl_authenticated says so',
  look: 'postconf -n | grep sasl; postconf -M | grep -E "^(submissions?|smtps|587|465)"',
  holds: ({ mainCf, masterCf }) =>
    mainCf &&
    (masterCf?.some(isForUsers) === true ||
      [...mainCf].some(
        ([name, { value }]) =>
          /^(?:smtpd_sasl_(?!auth_enable)|broken_sasl_)/.test(name) ||
          (name !== 'smtpd_relay_restrictions' && value.includes('permit_sasl_authenticated')),
      )),
};

/** smtpd runs well, and AUTH is switched off. */
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
      facts: [alone(noneEnables), loginsAreMeant],
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
];
