import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/proxy-refuses-logins',
  kind: 'noise',
  title: 'nginx’s mail proxy refuses logins',
  cause:
    'What auth_http asks has said no, and nginx logs why in quotes: a wrong password, too many of them, or AUTH on port 25, which is for other servers’ mail. Strangers guess passwords all day. Where it is a user, he uses the wrong port or password; where it is every mail that comes in, what auth_http asks is wrong of sessions without a login.',
  symptoms: {
    log: [
      {
        // Not where what is asked has trouble of its own.
        pattern:
          /client login failed: "(?!Internal|[^"]*(?:[Ss]erver (?:[Ee]rror|[Pp]roblem)|[Uu]navailable|try again))/,
        specimen:
          'nginx[23]: *341375 client login failed: "AUTH not supported" while in http auth state, client: 198.51.100.10, server: 0.0.0.0:25, login: "alice@example.test"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 with what nginx was told, or 502 5.5.1 AUTH not supported',
  },
  repair: {
    words: 'See whose addresses they are.',
    commands: ['docker compose logs front | grep -o "client: [0-9.]*" | sort | uniq -c | sort -n | tail'],
  },
  unreproduced: 'Its lines are those of nginx; our images have none in front.',
  versions: {},
  noticedBy: [],
  references: ['https://nginx.org/en/docs/mail/ngx_mail_auth_http_module.html'],
};
