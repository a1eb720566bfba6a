import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/client-without-name',
  kind: 'client',
  title: 'OpenSMTPD’s filter refuses a client whose address has no name that points back',
  cause:
    'A filter with check_rdns or check_fcrdns, or a rule that uses them, turns away addresses without a PTR record, or whose name leads elsewhere. Machines at home, in containers and of bots have none; mail servers are expected to.',
  symptoms: {
    log: [
      {
        pattern: /result="(?:421|450|451|550|554) (?:\d\.\d\.\d+ )?.*(?:rDNS|FCrDNS|fcrdns|[Rr]everse DNS|PTR record)/,
        specimen: 'smtpd[60503]: 88166f7f21c951f4 smtp failed-command command="" result="550 no rDNS please fix"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 no rDNS please fix',
  },
  repair: {
    words: 'The owner of the address sets the record; for users, put the filter on the listener of port 25 alone.',
    commands: ['grep -nE "filter .*rdns|listen on" /etc/mail/smtpd.conf', 'dig +short -x 198.51.100.7'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf'],
};
