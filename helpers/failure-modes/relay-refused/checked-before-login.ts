import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { parameter } from '../shared/facts';

const client = '(?!localhost\\[|\\S*\\[(?:127\\.|::1\\]))\\S+';
const byWhatItIs = 'blocked using |cannot find your ';
const ofUsers = /(?:submission|smtps|\b465|\b587)[^/]*\/smtpd$/;

export const mode: FailureMode = {
  id: 'relay-refused/checked-before-login',
  kind: 'fault',
  title: 'smtpd_delay_reject = no refuses clients before they can log in',
  cause:
    'Normally Postfix waits until RCPT before it says what smtpd_client_restrictions think of a client. With ' +
    'smtpd_delay_reject = no it says so at once, in its greeting, when nobody can have logged in yet: ' +
    'permit_sasl_authenticated in that list is then without effect.',
  symptoms: {
    log: [
      {
        // A block list or a missing name is more likely what matters at port 25, where nobody logs in.
        pattern: new RegExp(
          `^NOQUEUE: reject: CONNECT from ${client}: [45]\\d\\d (?!.*(?:${byWhatItIs})).*; proto=SMTP$`,
        ),
        specimen:
          'postfix/smtpd[1126]: NOQUEUE: reject: CONNECT from client.outside.example[198.51.100.7]: 554 5.7.1 <client.outside.example[198.51.100.7]>: Client host rejected: Access denied; proto=SMTP',
        strength: 'names',
        program: smtpdProgram,
      },
      {
        pattern: new RegExp(`^NOQUEUE: reject: CONNECT from ${client}: [45]\\d\\d .*(?:${byWhatItIs}).*; proto=SMTP$`),
        specimen:
          'postfix/submission/smtpd[1126]: NOQUEUE: reject: CONNECT from client.outside.example[198.51.100.7]: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/198.51.100.7; proto=SMTP',
        strength: 'names',
        program: ofUsers,
        alternative: true,
      },
      {
        pattern: new RegExp(`^NOQUEUE: reject: CONNECT from ${client}: [45]\\d\\d .*(?:${byWhatItIs}).*; proto=SMTP$`),
        specimen:
          'postfix/smtpd[1126]: NOQUEUE: reject: CONNECT from client.outside.example[198.51.100.7]: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/198.51.100.7; proto=SMTP',
        strength: 'suggests',
        program: /^(?!.*(?:submission|smtps|\b465|\b587)).*\/smtpd$/,
        alternative: true,
      },
    ],
    facts: [parameter('smtpd_delay_reject', /^no$/i, 'smtpd_delay_reject is no', 'yes')],
    client: '554 5.7.1 … Client host rejected: Access denied as greeting; AUTH: 503 5.7.0 Error: access denied for …',
  },
  repair: {
    words: 'Leave smtpd_delay_reject at its default, yes.',
    commands: ['postconf -X smtpd_delay_reject', 'systemctl reload postfix'],
  },
  reproduction: {
    inject:
      'postconf -e smtpd_delay_reject=no "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_client_hostname, check_client_access inline:{198.51.100.7=REJECT}"',
    provoke: [{ kind: 'lines', lines: ['QUIT'] }],
    repair: 'postconf -X smtpd_delay_reject\npostconf -X smtpd_client_restrictions',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_delay_reject'],
};
