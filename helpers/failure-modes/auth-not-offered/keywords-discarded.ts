import type { FailureMode } from '../../model/failure-mode';
import { smtpdSetting } from '../shared/service-settings';
import { discarding } from './shared/auth-settings';
import { manual, restart, usable587 } from './shared/refused-logins';

const keywordsDiscarded = smtpdSetting(
  'smtpd_discard_ehlo_keywords has auth or starttls',
  'postconf -h smtpd_discard_ehlo_keywords; postconf -P | grep smtpd_discard',
  (get) => /\b(?:auth|starttls)\b/i.test(get('smtpd_discard_ehlo_keywords')),
);

export const mode: FailureMode = {
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
};
