import type { FailureMode } from '../../model/failure-mode';
import { opposite } from '../shared/facts';
import { recipientLists, smtpdFact } from '../shared/restriction-lists';
import { listRejectsUsersOutright, loginOnlyHere, recipientRejected } from './shared/rejected-users';

const submissionRecipientLogin = smtpdFact(
  'a service of master.cf lets only those relay or write who logged in',
  ({ options }) => recipientLists.some((name) => loginOnlyHere(name)(options)),
);

export const mode: FailureMode = {
  id: 'relay-refused/submission-recipient-without-login',
  kind: 'client',
  title: 'a client writes to a recipient on the submission port without logging in',
  cause:
    'The submission service of master.cf has a list of its own for recipients, ending in ' +
    'permit_sasl_authenticated,reject. Without a login every recipient is refused there, the server’s own included. ' +
    'The wording speaks of the recipient’s address, which has nothing to do with it.',
  symptoms: {
    log: [recipientRejected],
    facts: [submissionRecipientLogin, opposite(listRejectsUsersOutright, 'main.cf has no such list')],
    client: '554 5.7.1 <x@elsewhere.example>: Recipient address rejected: Access denied',
  },
  repair: {
    words: 'Let the client log in; mail from other servers belongs to port 25.',
    commands: ['postconf -P | grep restrictions'],
  },
  reproduction: {
    // Before 3.6 the list of recipients has its say first, since then the one of relaying.
    inject: `for list in smtpd_relay_restrictions smtpd_recipient_restrictions; do
  postconf -P "submission/inet/$list=permit_sasl_authenticated,reject"
done`,
    provoke: [{ kind: 'mail' }],
    repair: '',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://github.com/takeyamajp/docker-postfix/issues/6'],
};
