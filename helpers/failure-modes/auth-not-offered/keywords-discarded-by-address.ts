import type { FailureMode } from '../../model/failure-mode';
import { smtpdSetting } from '../shared/service-settings';
import { discarding } from './shared/auth-settings';
import { manual, restart, usable587 } from './shared/refused-logins';

const discardedByAddress = smtpdSetting(
  'smtpd_discard_ehlo_keyword_address_maps is set',
  'postconf -h smtpd_discard_ehlo_keyword_address_maps; postconf -P | grep smtpd_discard',
  (get) => get('smtpd_discard_ehlo_keyword_address_maps') !== '',
);

export const mode: FailureMode = {
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
};
