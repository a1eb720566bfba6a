import type { FailureMode } from '../../model/failure-mode';
import { rejects } from '../shared/log-signs';
import { smtpdFact } from '../shared/restriction-lists';
import { loginOnlyHere } from './shared/rejected-users';

export const mode: FailureMode = {
  id: 'relay-refused/submission-sender-without-login',
  kind: 'client',
  title: 'a client sends by the submission port without logging in, and its sender is refused',
  cause:
    'The submission service of master.cf has smtpd_sender_restrictions that end in permit_sasl_authenticated,reject. Without a login ' +
    'every sender is refused there, from a network in $mynetworks too. The wording speaks of the sender’s address, which has nothing to do with it.',
  symptoms: {
    log: [
      {
        ...rejects(
          /<[^>]*>: Sender address rejected: Access denied;/,
          'postfix/submission/smtpd[117]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <alice@example.test>: Sender address rejected: Access denied; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
          'suggests',
        ),
        program: /\/(?:submissions?|smtps)\/smtpd$/,
      },
    ],
    facts: [
      smtpdFact(
        'a service of master.cf has smtpd_sender_restrictions=permit_sasl_authenticated,reject',
        ({ options }) => loginOnlyHere('smtpd_sender_restrictions')(options),
      ),
    ],
    client: '554 5.7.1 <alice@example.test>: Sender address rejected: Access denied',
  },
  repair: {
    words: 'Let the client log in. For machines of $mynetworks that can’t, put permit_mynetworks before it.',
    commands: [
      'postconf -P "submission/inet/smtpd_sender_restrictions=permit_mynetworks,permit_sasl_authenticated,reject"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -P "submission/inet/smtpd_sender_restrictions=permit_sasl_authenticated,reject"',
    provoke: [{ kind: 'mail' }],
    repair: '',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html', 'RFC 6409 section 4.3'],
};
