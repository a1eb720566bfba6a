import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/smarthost-refuses-login',
  kind: 'fault',
  title: 'Exim’s login at the smarthost fails',
  cause:
    'Exim has given user and password, and they are not taken: the password is wrong or was changed, the account wants ' +
    'one made for programs, as at Google, allows no passwords or is blocked, or the user is a whole address there; the ' +
    'reply behind H= tells; where that begins with 4, it is the smarthost that can’t or won’t check it for now. Where Exim has cancelled the login itself, it has found no password, or an expression fails. ' +
    'With hosts_try_auth it then goes on without a login, and the smarthost refuses the mail.',
  symptoms: {
    log: [
      {
        // Of a client that logs in here Exim writes "authenticator failed for …".
        pattern:
          /\b[\w-]+ authenticator failed H=\S+ (?:\[[^\]]*\](?::\d+)?(?: |$))?(?!\[|4\d\d[ -])|authentication required but authentication attempt\(s\) failed|SMTP error from remote mail server after AUTH\b(?!.*: 4\d\d[ -])/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB plain authenticator failed H=smarthost.example.test [192.0.2.30] 535 5.7.8 authentication failed',
        strength: 'names',
      },
      {
        pattern: /authenticator cancelled authentication H=/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB plain authenticator cancelled authentication H=smarthost.example.test [192.0.2.30] expansion failed',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Correct the password, or make one for programs at the provider; then send the queue.',
    commands: ['grep smarthost.example.test /etc/exim4/passwd.client', 'update-exim4.conf; exim -qff'],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html',
    'https://github.com/imthenachoman/How-To-Secure-A-Linux-Server/issues/106',
  ],
};
