import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'dns/list-can-not-be-asked',
  kind: 'fault',
  title: 'a list can’t be asked, so it protects from nothing',
  cause:
    'The zone of the list, or the server’s resolver, answers with an error or not at all. Postfix warns and takes the ' +
    'mail, so that nobody complains; with a zone that stays silent each mail waits ten seconds for it. Results are ' +
    'remembered for the life of an smtpd process, the warning therefore comes only now and then.',
  symptoms: {
    log: [
      {
        pattern: /^warning: (?:\S+: RBL lookup error: |dnsblog_query: lookup error for DNS query )/,
        specimen:
          'postfix/smtpd[3158]: warning: 7.100.51.198.sbl.spamhaus.org: RBL lookup error: Host or domain name not found. Name service error for name=7.100.51.198.sbl.spamhaus.org type=A: Host not found, try again',
        strength: 'names',
      },
      {
        pattern: /^warning: dnsblog reply timeout \d+s for /,
        specimen: 'postfix/postscreen[9]: warning: dnsblog reply timeout 10s for zen.spamhaus.org',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The mail is taken; with a silent list the answer to RCPT comes ten seconds late.',
  },
  repair: {
    words: 'If it is one list, take it out; if it is all, repair the resolver.',
    commands: ['dig 2.0.0.127.sbl.spamhaus.org', 'cat /etc/resolv.conf', 'postconf -n | grep -E "rbl|rhsbl"'],
  },
  reproduction: {
    inject: ':',
    provoke: [{ ...mailOfStranger, to: 'local' }],
    repair: ':',
    zones: [{ suffix: 'sbl.spamhaus.org', kind: 'servfail' }],
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://github.com/mailcow/mailcow-dockerized/issues/1191'],
};
