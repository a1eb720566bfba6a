import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { rejects } from '../shared/log-signs';

// What smtpd itself says behind `rejected: `, and what other modes know of policy services.
const known =
  'Access denied|Host not found|Domain (?:not found|\\S+ does not accept)|Malformed |[Nn]eed |Invalid |invalid |User unknown|un(?:verified|deliverable) |' +
  'not (?:owned|logged)|cannot find |Improper use|Multi-recipient|Server configuration|Service unavailable|Insufficient |' +
  'Session encryption|Try again later|Unable to |Mailbox |address verification|Multi-recipient|Malformed DNS|Relay access|[Oo]ver quota|quota exceeded|Quota exceeded \\(|Policy [Rr]ejection- Quota';

// Dovecot’s quota-status, and others that are asked whether there is room.
const mailboxFull = '[Mm]ailbox (?:for user )?(?:is )?full|[Uu]ser is over ?[Qq]uota|[Mm]ailbox is over ?[Qq]uota';

export const mode: FailureMode = {
  id: 'relay-refused/refused-in-own-words',
  kind: 'client',
  title: 'a table or a policy service of the server refuses, in words of its own',
  cause:
    'Behind `rejected:` stands a text that Postfix does not have: it comes from an entry of an access table or from the ' +
    'policy service that check_policy_service asks, or else from `error:` in transport_maps or from relocated_maps. If users who have logged in meet it, it stands before permit_sasl_authenticated.',
  symptoms: {
    log: [
      rejects(
        new RegExp(
          `(?<! [45]\\.2\\.2 )<.*>: (?:Recipient address|Client host|Data command|End-of-data) rejected: ` +
            `(?!${known})(?!.*(?:[Gg]r[ea]y-?[Ll]ist|\\bSPF\\b|openspf\\.|${mailboxFull}))(?!(?:\\S+@)?(\\S+);.* to=<[^>]*@\\1>)[^;]+ [^;]+; (?:from|proto)`,
        ),
        'postfix/smtpd[1510]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <alice@example.test>: Recipient address rejected: Write to the postmaster instead; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        'names',
      ),
    ],
    facts: [],
    client: '554 5.7.1 <alice@example.test>: Recipient address rejected: Write to the postmaster instead',
  },
  repair: {
    words: 'Look for the words in the tables; if they are in none, ask the policy service, in its own log.',
    commands: [
      'postconf -n | grep -E "check_(policy|client|helo|sender|recipient)"',
      'grep -rn "Write to the postmaster" /etc/postfix',
    ],
  },
  reproduction: {
    inject: `echo '/./ REJECT Write to the postmaster instead' >/etc/postfix/closed
postconf -e 'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination, check_recipient_access regexp:/etc/postfix/closed'`,
    provoke: [mailToLocalUser],
    repair: `postconf -e 'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/access.5.html', 'https://www.postfix.org/SMTPD_POLICY_README.html'],
};
