import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/too-busy',
  kind: 'fault',
  title: 'Sendmail takes no connections for now, from everybody or from one client that opens too many',
  cause:
    'REFUSE_LA, a load average, or MAX_DAEMON_CHILDREN is reached; most often guesses, spam, or a milter or a DNS server that hangs, and keeps sessions open. A reject of check_relay is of one client alone: FEATURE(ratecontrol) or FEATURE(conncontrol) counts its connections.',
  symptoms: {
    log: [
      {
        pattern: /rejecting connections on daemon \S+: (?:load average|\d+ children)/,
        specimen: 'sm-mta[2211]: rejecting connections on daemon MTA: load average: 12',
        strength: 'names',
      },
      {
        // One client alone: FEATURE(`ratecontrol') and FEATURE(`conncontrol').
        pattern: /ruleset=check_relay, .*reject=4\d\d .*(?:Connection rate limit exceeded|Too many open connections)/,
        specimen:
          'sm-mta[2211]: ruleset=check_relay, arg1=[198.51.100.7], arg2=198.51.100.7, relay=[198.51.100.7], reject=421 4.3.2 Connection rate limit exceeded.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused, or 421',
  },
  repair: {
    words: 'See what the sessions wait for; raise the limit if the machine can do more.',
    commands: [
      'ps axww | grep "[s]endmail: "',
      'grep -nE "REFUSE_LA|MAX_DAEMON_CHILDREN|CONNECTION_RATE" /etc/mail/sendmail.mc',
      'grep -nE "ClientRate|ClientConn" /etc/mail/access',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/doc8.12/op-sh-4.html'],
};
