import type { FailureMode, LogSign } from '../model/failure-mode';
import { manual, restart, usable587 } from './auth-signs';
import { smtpdSetting } from './service-settings';
import { parameter, perhaps } from './signs';

const discarding: LogSign = {
  pattern: /^discarding EHLO keywords: (?:.* )?(?:AUTH|STARTTLS)\b/,
  specimen: 'postfix/submission/smtpd[2207]: discarding EHLO keywords: AUTH STARTTLS',
  strength: 'suggests',
};

const keywordsDiscarded = smtpdSetting(
  'smtpd_discard_ehlo_keywords has auth or starttls',
  'postconf -h smtpd_discard_ehlo_keywords; postconf -P | grep smtpd_discard',
  (get) => /\b(?:auth|starttls)\b/i.test(get('smtpd_discard_ehlo_keywords')),
);

const discardedByAddress = smtpdSetting(
  'smtpd_discard_ehlo_keyword_address_maps is set',
  'postconf -h smtpd_discard_ehlo_keyword_address_maps; postconf -P | grep smtpd_discard',
  (get) => get('smtpd_discard_ehlo_keyword_address_maps') !== '',
);

/** AUTH is switched on, and EHLO does not name it, or names it twice. */
export const authHidden: readonly FailureMode[] = [
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
      facts: [perhaps(parameter('smtpd_sasl_exceptions_networks', /\S/, 'smtpd_sasl_exceptions_networks is set'))],
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
