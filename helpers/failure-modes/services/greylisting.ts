import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/greylisting',
  kind: 'client',

  title: 'a client is greylisted: it is to come again',
  cause:
    'A policy service puts off senders that it does not know, and takes them some minutes later. If users who have logged in meet this, the check stands before permit_sasl_authenticated, and their programs show an error instead of trying again.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: [A-Z]+ from \S+: 4\d\d (?:4\.\d+\.\d+ )?(?:<[^>]*>: |(?!<))(?:(?!; from=<).)*(?:[Gg]reylist|[Gg]raylist|[Gg]rey-list|[Gg]ray-list)/,
        specimen:
          'postfix/smtpd[1510]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4.2.0 <alice@example.test>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.test.html; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
        strength: 'names',
      },
      {
        pattern: /postgrey\[\d+\]: action=greylist, |^action=greylist, reason=/,
        specimen:
          'postgrey[12]: action=greylist, reason=new, client_name=mail.example.org, client_address=203.0.113.9, sender=alice@example.org, recipient=bob@example.com',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^(?:\w+: )?addr \S+ from <[^>]*> to <[^>]*> delayed for /,
        specimen:
          'milter-greylist[9]: 4XyZab1234: addr mail.example.org[203.0.113.7] from <bob@example.org> to <alice@example.test> delayed for 00:30:00 (ACL 12)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /DEFER during call 'grey' handler/,
        specimen: "/usr/lib64/plesk-9.0/psa-pc-remote[8641]: DEFER during call 'grey' handler",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '450 4.2.0 … Recipient address rejected: Greylisted',
  },
  repair: {
    words: 'Nothing for other servers. For users, permit logins before the check.',
    commands: [
      'postconf smtpd_recipient_restrictions',
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination, check_policy_service inet:127.0.0.1:10023"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo '/./ 450 4.2.0 Greylisted, try again later' >/etc/postfix/greylist
postconf -e 'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination, check_recipient_access regexp:/etc/postfix/greylist'`,
    provoke: [mailToLocalUser],
    repair: `postconf -e 'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_POLICY_README.html#greylist', 'RFC 6647'],
};
