import type { FailureMode } from '../../model/failure-mode';
import { namelessClientReply, namelessClientReplyBefore30 } from '../../postfix/replies';
import { mailOfStranger } from '../shared/client-steps';
import { opposite } from '../shared/facts';
import { nameCheckFirst, nameOfStrangerNotFound } from './shared/name-checks';

export const mode: FailureMode = {
  id: 'dns/client-without-name',
  kind: 'client',
  title: 'a client without a reverse name is rejected',
  cause:
    'The client’s address has no PTR record, or one that does not point back to it, and it has not logged in. Mail ' +
    'servers are expected to have one; private addresses of containers have none. The check is strict: honest ' +
    'servers with sloppy DNS are hit too, and 450 lets them try again for days.',
  symptoms: {
    log: [nameOfStrangerNotFound],
    facts: [opposite(nameCheckFirst, 'smtpd_client_restrictions permits a login before it looks for a name')],
    client: `${namelessClientReply}, [198.51.100.99]; before Postfix 3.0: ${namelessClientReplyBefore30}`,
  },
  repair: {
    words:
      'The owner of the address sets a PTR record. reject_unknown_reverse_client_hostname asks for less: a PTR record ' +
      'of any kind.',
    commands: ['dig +short -x 198.51.100.99'],
  },
  reproduction: {
    inject: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unknown_client_hostname"`,
    provoke: [{ ...mailOfStranger, vantage: 'nameless', to: 'local' }],
    repair: '',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['RFC 7372 section 3.2', 'https://github.com/mailcow/mailcow-dockerized/issues/2282'],
};
