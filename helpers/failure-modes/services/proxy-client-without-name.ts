import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/proxy-client-without-name',
  kind: 'noise',
  title: 'nginx’s mail proxy finds no name for a client’s address',
  cause:
    'With resolver set, nginx asks DNS for the name of each client of its mail proxy, to tell it to the server behind by XCLIENT. Most clients at home or in a mobile net have none that leads back to their address. The login goes on all the same.',
  symptoms: {
    log: [
      {
        pattern: /could not be resolved \((?!110: )\d+: [^)]*\) while in resolving client (?:hostname|address)/,
        specimen:
          'nginx[9]: 2026/11/24 08:49:19 [error] 10#10: *519 "client.outside.example" could not be resolved (3: Host not found) while in resolving client hostname, client: 198.51.100.7, server: 0.0.0.0:587',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: { words: 'Nothing need be done.', commands: ['grep -rn -E "resolver|xclient" /etc/nginx'] },
  unreproduced: 'Its line is that of nginx; our images have none in front.',
  versions: {},
  noticedBy: [],
  references: [
    'https://nginx.org/en/docs/mail/ngx_mail_core_module.html#resolver',
    'https://github.com/Mailu/Mailu/pull/633',
  ],
};
