import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/domain-not-local',
  kind: 'fault',
  title: 'the MX of a domain is this server, and Exim does not take it for its own',
  cause:
    'DNS says that mail for the domain comes here, and local_domains or relay_to_domains lacks it: Exim would hand the mail to itself, and refuses to.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.* R=\w*smart).*(?:lowest numbered MX record points to local host|remote host address is the local host(?!:))/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=dnslookup defer (-1): lowest numbered MX record points to local host',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 or 451, or a bounce',
  },
  repair: {
    words: 'Add the domain; or correct its MX.',
    commands: [
      'host -t MX example.test',
      'exim -bP domainlists',
      'dpkg-reconfigure exim4-config   # other destinations for which mail is accepted',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_dnslookup_router.html'],
};
