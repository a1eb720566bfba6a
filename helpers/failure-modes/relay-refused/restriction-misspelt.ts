import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { rejects } from '../shared/log-signs';

export const mode: FailureMode = {
  id: 'relay-refused/restriction-misspelt',
  kind: 'fault',
  title: 'a list or a table names a restriction that Postfix does not know, so mail is put off',
  cause:
    'A list names a restriction that Postfix does not know, such as permit_sasl_authentication for permit_sasl_authenticated, or one of a later version; an argument stands there without its restriction; or an access table answers with such a word. smtpd starts all the same; whoever comes as far as the unknown word is told 451, logged in or not.',
  symptoms: {
    log: [
      {
        // A space in the middle of a name makes two of it: `reject _unauth_destination`, of which the first refuses everybody.
        pattern:
          /^warning: (?:unknown smtpd restriction: "|restriction [`'"]_\w+['"] after .(?:reject|permit|defer)['"] is ignored$)/,
        specimen: 'postfix/smtpd[4544]: warning: unknown smtpd restriction: "permit_sasl_authentication"',
        strength: 'names',
      },
      rejects(
        /Server configuration error;/,
        'postfix/smtpd[4544]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.5 Server configuration error; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
        'accompanies',
      ),
    ],
    facts: [],
    client: '451 4.3.5 Server configuration error',
  },
  repair: {
    words: 'Spell it as the manual does.',
    commands: ['postconf -n | grep permit_sasl', 'vi /etc/postfix/main.cf', 'systemctl reload postfix'],
  },
  reproduction: {
    inject:
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authentication, reject_unauth_destination"',
    provoke: [mailOfUser],
    repair: 'sed -i s/permit_sasl_authentication/permit_sasl_authenticated/ /etc/postfix/main.cf',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls', 'open-relay/outside-anonymous-local'],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_recipient_restrictions'],
};
