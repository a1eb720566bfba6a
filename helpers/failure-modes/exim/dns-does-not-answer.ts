import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/dns-does-not-answer',
  kind: 'fault',
  title: 'DNS does not tell Exim where mail is to go, so it tries no connection',
  cause:
    'The look-up of the domain or of the smarthost’s name ended without an answer: SERVFAIL, or nothing in time. If it is so with all domains, Exim reaches no resolver: /etc/resolv.conf names one that is gone or out of reach, as in a container, or port 53 is closed. With one domain, its own name servers do not answer, or its DNSSEC is broken. The mail waits.',
  symptoms: {
    log: [
      {
        pattern: /R=\S+ (?:T=\S+ )?defer \(-?\d+\): host lookup did not complete/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup defer (-1): host lookup did not complete',
        strength: 'names',
      },
      {
        pattern: /defer \(-?\d+\): host lookup for \S+ did not complete/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost defer (-1): host lookup for smarthost.example.test did not complete (DNS timeout?)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /defer \(-?\d+\): (?:DNS lookup of \S+ deferred|lookup of host \S+ deferred)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost defer (-1): DNS lookup of "smarthost.example.test" deferred',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Ask the resolver that Exim asks, for this domain and for others, and mend what does not answer.',
    commands: [
      'cat /etc/resolv.conf',
      'dig mx elsewhere.example; dig mx exim.org   # the one, or all?',
      'dig +cd mx elsewhere.example   # answers with +cd only: DNSSEC',
      'exim -d-all+dns+route -bt bob@elsewhere.example',
      'exim -qff   # when it answers again',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_dnslookup_router.html',
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_manualroute_router.html',
  ],
};
