import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/domain-not-local',
  kind: 'fault',
  title: 'mail for a domain would come back to this server, and Exim does not take the domain for its own',
  cause:
    'This machine’s DNS says that mail for the domain comes here, and local_domains or relay_to_domains lacks it: Exim would hand the mail to itself, and refuses to. The same is said where the MX or address is localhost, where /etc/hosts gives its server this machine’s address, or where a route names this machine. If the domain’s mail is elsewhere by now, an old zone of it may be left on this machine’s own name server: then this machine alone sees itself as the MX.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.* R=\w*smart).*(?:lowest numbered MX record points to local host|remote host address is the local host(?!:))/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=dnslookup defer (-1): lowest numbered MX record points to local host',
        strength: 'names',
      },
      {
        pattern: /^remote host address is the local host: \S+\.\S+$/,
        specimen: 'exim[9]: remote host address is the local host: example.test',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 or 451, or a bounce',
  },
  repair: {
    words:
      'Add the domain; or correct its MX, /etc/hosts or the route, or take the old zone from this machine’s name server.',
    commands: [
      'dig +short mx example.test; dig +short mx example.test @9.9.9.9   # they differ: an old zone here',
      'getent ahosts mail.example.test   # /etc/hosts counts too',
      'exim -bt alice@example.test',
      'exim -bP domainlists',
      'dpkg-reconfigure exim4-config   # other destinations for which mail is accepted',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_dnslookup_router.html'],
};
