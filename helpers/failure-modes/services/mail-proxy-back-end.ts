import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mail-proxy-back-end',
  kind: 'fault',
  title: 'nginx’s mail proxy gets no usable answer to who may log in',
  cause:
    'nginx (Mailu’s front, Zimbra’s proxy) asks a server by HTTP, auth_http, whether a login is good and where the session goes on. That server is down, is not where auth_http has it, is behind a firewall or forbidden by SELinux (13: Permission denied), or answers with an error or without Auth-Server and Auth-Port. Nobody gets in, and on port 25 no mail either.',
  symptoms: {
    log: [
      {
        pattern:
          /auth http server \S+ (?:did not send server or port|timed out|sent invalid response|sent invalid (?:server|port)|closed prematurely)/,
        specimen:
          'nginx[9]: *1675 auth http server 127.0.0.1:8000 did not send server or port while in http auth state, client: 198.51.100.58, server: 0.0.0.0:25',
        strength: 'names',
      },
      {
        pattern:
          /(?:connect\(\) failed|upstream timed out|no live upstreams|could not be resolved (?!.*resolving client hostname)).*"(?:GET|POST) \S*\/auth\/(?:email|mail|smtp)/,
        specimen:
          'nginx[9]: *1708 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: , request: "GET /auth/email HTTP/1.0", upstream: "http://192.0.2.10:80/internal/auth/email"',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?:connect\(\) failed|timed out|could not be resolved).* while (?:connecting to|reading response from|resolving (?!client hostname)).*in http auth state/,
        specimen:
          'nginx[9]: *7 connect() failed (111: Connection refused) while connecting to upstream, client: 198.51.100.58, server: 0.0.0.0:587, in http auth state',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 or 535, or the connection ends',
  },
  repair: {
    words: 'Ask what auth_http names, from the machine or container of nginx.',
    commands: [
      'grep -rn auth_http /etc/nginx',
      'curl -si -H "Auth-Method: none" -H "Auth-Protocol: smtp" http://127.0.0.1:8000/auth/email',
      'docker compose ps',
    ],
  },
  unreproduced: 'Its lines are those of nginx; our images have none in front.',
  versions: {},
  noticedBy: [],
  references: ['https://nginx.org/en/docs/mail/ngx_mail_auth_http_module.html'],
};
