import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/rewriting-broken',
  kind: 'fault',
  title: 'a rewriting rule of Exim’s yields no address',
  cause:
    'The rule’s replacement comes out without a local part or a domain, or can’t be expanded: /etc/email-addresses has an entry that is no whole address, or qualify_domain is empty. The address stays as it was.',
  symptoms: {
    log: [
      {
        pattern: /Rewrite of \S+ yielded un(?:parseable|qualified) address|Expansion of .* failed while rewriting: /,
        specimen:
          '2026-11-24 23:49:37 Rewrite of root@host yielded unparseable address: domain missing or malformed in address alice@',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Try the rule by hand.',
    commands: ['exim -brw root@host', 'exim -bP rewrite', 'cat /etc/email-addresses'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-address_rewriting.html'],
};
