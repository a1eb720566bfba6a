import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/transport-not-set',
  kind: 'fault',
  title: 'a router of Exim’s names a transport that is not there, or none',
  cause:
    'A pipe, a file or an answer out of an alias or a .forward needs pipe_transport, file_transport or reply_transport in the router, and what transport says must be the name of one. A transport was renamed, or its file was left out of the configuration that is put together of pieces.',
  symptoms: {
    log: [
      {
        pattern:
          /transport "[^"]*" not found in \S+ router|(?:pipe|file|reply|directory)_transport (?:is )?unset|No transport set by |in \S+ router: no transport defined/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == |/usr/bin/procmail <alice@example.test> R=system_aliases defer (-1): pipe_transport unset in system_aliases router',
        strength: 'names',
      },
      {
        pattern:
          /shadow transport "[^"]*" not found|failed to find "[^"]*" transport for system filter delivery|unknown transport name \S+ yielded by command/,
        specimen: '2026-11-24 23:49:37 1vNZ2k-000123-AB shadow transport "copy" not found',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Define the transport, or name one that is there.',
    commands: [
      'exim -bP transport_list router_list',
      'exim -bP router system_aliases | grep transport',
      'update-exim4.conf; systemctl restart exim4',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-generic_options_for_routers.html',
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_redirect_router.html',
  ],
};
