import type { FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { relayDenied } from '../shared/relay-denied';
import { setAgainWithoutUsers } from '../shared/restriction-lists';

export const mode: FailureMode = {
  id: 'relay-refused/list-set-twice',
  kind: 'fault',

  title: 'a list is set twice, and the last one locks out those who have logged in',
  cause:
    'main.cf has smtpd_recipient_restrictions or smtpd_relay_restrictions in two places, as when the lines of a how-to were pasted below those of the package. The last counts, whole: the permit_sasl_authenticated of the first has no effect, and users who log in are refused.',
  symptoms: {
    log: [relayDenied],
    facts: [alone(setAgainWithoutUsers)],
    client: '235 2.7.0 Authentication successful, then 554 5.7.1 <x@elsewhere.example>: Relay access denied',
  },
  repair: {
    words: 'Keep one of them, with permit_sasl_authenticated before what refuses.',
    commands: [
      'grep -nE "^(smtpd_relay_restrictions|smtpd_recipient_restrictions)" /etc/postfix/main.cf',
      'vi /etc/postfix/main.cf',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'The lists of the reference servers are set by postconf, which keeps one of each.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html', 'https://www.postfix.org/SASL_README.html#server_sasl_authz'],
};
