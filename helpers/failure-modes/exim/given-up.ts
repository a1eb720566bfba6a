import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/given-up',
  kind: 'fault',
  follows: true,
  title: 'Exim has tried a delivery for as long as it is to, and gives up',
  cause:
    'The retry rules end after some days, four unless set: the mail comes back. A host that has failed all that time gets no try for new mail either, until its next time comes. Where no rule fits, Exim gives up at the first failure. It may be a delivery on this machine as well. What has failed each time is in the lines of the tries.',
  symptoms: {
    log: [
      {
        pattern: /: retry timeout exceeded|all hosts(?: for '[^']*')? have been failing for a long time/,
        specimen:
          "2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=dnslookup T=remote_smtp: all hosts for 'elsewhere.example' have been failing for a long time (and retry time not reached)",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Find what failed; when that is mended, forget what is remembered of the host.',
    commands: [
      "grep 'elsewhere.example.*defer' /var/log/exim4/mainlog | tail",
      'exim -brt elsewhere.example   # the rule that fits',
      'exim_tidydb -t 0d /var/spool/exim4 retry',
      'exim -qff',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-retry_configuration.html'],
};
