import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/smarthost-not-named',
  kind: 'fault',
  title: 'a router or transport of Exim’s has no host to send to',
  cause:
    'route_list, route_data or hosts has come out empty, or has a word that is neither a host nor an option: dc_smarthost is empty, a look-up found nothing, or the port is written with one colon instead of two, or with the list’s own separator.',
  symptoms: {
    log: [
      {
        pattern:
          /no host\(s\) specified for domain|unknown routing option or transport name "|transport called with no hosts set|transport has empty hosts setting|failed to expand list of hosts "/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost defer (-1): error in smarthost router: no host(s) specified for domain elsewhere.example',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Name the host: smarthost.example.test::587.',
    commands: [
      'exim -bt bob@elsewhere.example',
      'grep dc_smarthost /etc/exim4/update-exim4.conf.conf',
      'exim -bP router smarthost | grep route_',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_manualroute_router.html'],
};
