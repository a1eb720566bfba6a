import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/proxy-back-end-refuses',
  kind: 'fault',
  title: 'the server behind a mail proxy, such as nginx, refuses the session that the proxy hands on',
  cause:
    'The proxy has let the user in, and the server behind it takes neither XCLIENT (in nginx `xclient on` is the default, and few servers but Postfix know it) nor the login that the proxy repeats there (smtp_auth, proxy_pass of the password). It may know another password than the one that auth_http has checked, close the account, or fail itself: the quoted answer tells.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:Got unknown command for \w+ state: XCLIENT|Command '[Xx][Cc][Ll][Ii][Ee][Nn][Tt] [^']*' not found)/,
        specimen: 'mailhog[9]: Got unknown command for MAIL state: XCLIENT',
        strength: 'names',
      },
      {
        pattern: /upstream sent invalid response: "(?:NO |-ERR |535 )/,
        specimen:
          'nginx[12]: *2856 upstream sent invalid response: "NO [AUTHENTICATIONFAILED] Authentication failed." while reading response from upstream, client: 198.51.100.10, server: 0.0.0.0:993',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The login is taken, and then the session ends.',
  },
  repair: {
    words: 'For a server that does not know XCLIENT switch it off; else ask the server behind why it has refused.',
    commands: ['grep -rn "xclient\\|smtp_auth\\|proxy_pass_error_message" /etc/nginx'],
  },
  unreproduced: 'Its lines are those of nginx; our images have none in front.',
  versions: {},
  noticedBy: [],
  references: ['https://nginx.org/en/docs/mail/ngx_mail_proxy_module.html#xclient'],
};
