import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/next-server-refuses',
  kind: 'fault',
  title: 'the next server refuses a mail of Exim, and says why',
  cause:
    'What stands behind the last colon is the other server’s own answer. 5 as the first digit is for good: an address that it does not have, a sender that it does not allow, an address of this server that it does not like. 4 is for now, and Exim tries again.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?:[Gg]r[ea]y-?[Ll]ist|: not logged in|relaying mail to \S+ is not allowed|[Uu]nable to relay|: 5\d\d[- ](?:5\.\d\.\d+ )?(?:<[^>]*>(?::|\.{3}) )?[Rr]elay(?:ing)? (?:access )?(?:not permitted|denied)\.?$)).*SMTP error from remote mail server after .*: [45]\d\d[- ]/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=dnslookup T=remote_smtp H=mx.elsewhere.example [192.0.2.9]: SMTP error from remote mail server after RCPT TO:<bob@elsewhere.example>: 550 5.7.0 Local policy',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'A bounce, or nothing while the mail waits.',
  },
  repair: {
    words: 'Read the answer, and follow the address in it.',
    commands: [
      'exigrep bob@elsewhere.example /var/log/exim4/mainlog',
      'host 192.0.2.10; host -t TXT example.test   # the server’s name, and who may send for the domain',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 5321 section 4.2.1',
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html',
  ],
};
