import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailOfUser } from '../shared/client-steps';
import { blocked, listsFirst, liveList } from './shared/block-lists';

export const mode: FailureMode = {
  id: 'dns/lists-before-login',
  kind: 'fault',
  title: 'a client on a list is rejected even when it logs in',
  cause:
    'smtpd_client_restrictions asks lists such as sbl.spamhaus.org and has no permit_sasl_authenticated before them. ' +
    'Lists of dial-up and abused addresses are made for mail servers; users write from just such addresses, and a ' +
    'login does not help them.',
  symptoms: {
    log: [
      {
        ...blocked(liveList, 'zen.spamhaus.org', 'suggests', '(?! Error: open resolver)|$'),
        // postscreen asks lists of its own, and knows no login.
        program: smtpdProgram,
      },
    ],
    facts: [listsFirst],
    client: '235 2.7.0 Authentication successful, then 554 5.7.1 Service unavailable; Client host … blocked using …',
  },
  repair: {
    words: 'Permit those who logged in before the first list.',
    commands: [
      'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_rbl_client zen.spamhaus.org"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject_rbl_client sbl.spamhaus.org"',
    provoke: [{ ...mailOfUser, vantage: 'listed' }],
    repair:
      'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_rbl_client sbl.spamhaus.org"',
    toldBy: 'log and facts',
  },
  versions: {},
  // The checks expect just this of the how-to's server, and so does the how-to.
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html', 'https://github.com/anonaddy/docker/issues/182'],
};
