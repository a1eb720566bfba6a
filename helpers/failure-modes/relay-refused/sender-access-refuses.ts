import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailOfUser } from '../shared/client-steps';
import { listFact, precedes } from '../shared/restriction-lists';

export const mode: FailureMode = {
  id: 'relay-refused/sender-access-refuses',
  kind: 'fault',

  title: 'a table of senders or clients refuses before a login counts',
  cause:
    'check_sender_access, reject_sender_login_mismatch or a list of domains stands in smtpd_sender_restrictions, and a REJECT there hits everybody who sends so: users as well, unless permit_sasl_authenticated stands before it.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: [A-Z]+ from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?<[^>]*>: Sender address rejected: (?!not (?:owned|logged)|User unknown|Domain |Malformed |need |un(?:verified|deliverable) |[\w ]*[Gg]r[ea]y-?[Ll]ist|Server configuration|address verification|Unable to |Improper use|Multi-recipient|Try again)(?!.*(?:\bSPF\b|openspf\.))/,
        specimen:
          'postfix/submission/smtpd[1510]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <alice@example.test>: Sender address rejected: Access denied; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
        strength: 'suggests',
        program: smtpdProgram,
      },
    ],
    facts: [
      listFact(
        'smtpd_sender_restrictions',
        'smtpd_sender_restrictions asks a table before it permits a login',
        (list) => precedes(list, /^(?:check_\w+_access|reject)$/, /^permit_sasl_authenticated$/),
      ),
    ],
    client: '554 5.7.1 <alice@example.test>: Sender address rejected: Access denied',
  },
  repair: {
    words: 'Permit logins first, or correct the entry that refuses.',
    commands: [
      'postconf smtpd_sender_restrictions',
      'postmap -q example.test hash:/etc/postfix/sender_access',
      'postconf -e "smtpd_sender_restrictions = permit_sasl_authenticated, check_sender_access hash:/etc/postfix/sender_access"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo 'example.test REJECT' >/etc/postfix/sender_access
postmap hash:/etc/postfix/sender_access
postconf -e 'smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/sender_access, permit_sasl_authenticated'`,
    provoke: [{ ...mailOfUser, from: 'alice@example.test' }],
    repair: `postconf -e 'smtpd_sender_restrictions = permit_sasl_authenticated, check_sender_access hash:/etc/postfix/sender_access'`,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html', 'https://www.postfix.org/access.5.html'],
};
