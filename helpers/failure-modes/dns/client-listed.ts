import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { opposite } from '../shared/facts';
import { blocked, listsFirst, liveList } from './shared/block-lists';

export const mode: FailureMode = {
  id: 'dns/client-listed',
  kind: 'client',
  title: 'a client is on a list that the server asks',
  cause:
    'The client’s address or name is on a list, and it has not logged in: the server does what it was told. Whether ' +
    'the entry is right, the list’s web site knows. If it is so with every client, the list answers everything: ask ' +
    'it for 127.0.0.1, which must not be listed.',
  symptoms: {
    log: [blocked(liveList, 'zen.spamhaus.org', 'suggests', '(?! Error: open resolver)|$')],
    facts: [opposite(listsFirst, 'smtpd_client_restrictions permits a login before it asks lists')],
    client: '554 5.7.1 Service unavailable; Client host [203.0.113.66] blocked using sbl.spamhaus.org; …',
  },
  repair: {
    words: 'The owner of the address asks the list to take it off; users log in.',
    commands: ['dig +short 66.113.0.203.sbl.spamhaus.org', 'dig +short 1.0.0.127.sbl.spamhaus.org   # no answer: well'],
  },
  reproduction: {
    inject: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_rbl_client sbl.spamhaus.org"`,
    provoke: [{ ...mailOfStranger, vantage: 'listed', to: 'local' }],
    repair: '',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['RFC 5782'],
};
