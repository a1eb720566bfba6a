import type { FailureMode } from '../../model/failure-mode';
import { loginFails } from './shared/client-words';
import { nothingInCredentials } from './shared/session-notes';
import { twistedFindsNone } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/credentials-missing',
  kind: 'client',
  title: 'a client is to log in and has no user name or no password',
  cause:
    'The login is switched on in the program, and user or password are empty: most often an environment variable that is not set, has another name, or is not passed on to the container. Most programs send nothing to the server then; some send an empty answer, or the word undefined.',
  symptoms: {
    log: [
      {
        // Nodemailer; Ruby; Jakarta Mail; msmtp; Swift Mailer.
        pattern:
          /Missing credentials for ["']|SMTP-AUTH requested but missing|failed to connect, no password specified\?|authentication method \S+ needs a (?:user name|password)|Failed to authenticate on SMTP server with username ""/,
        specimen: 'Error: Missing credentials for "PLAIN"',
        strength: 'names',
      },
      {
        // A variable that nobody has put its value into: Swift Mailer, Symfony Mailer, PHPMailer, msmtp.
        pattern: /with username ["']?\$\{?[A-Z_]+\}?["']?(?: |$)/,
        specimen:
          'Failed to authenticate on SMTP server with username "$MAIL_USERNAME" using 3 possible authenticators.',
        strength: 'names',
        alternative: true,
      },
      {
        // Jakarta Mail, to whom the server’s last word was the question once more.
        pattern: /AuthenticationFailedException: 334 (?:VXNlcm5hbWU6|dXNlcm5hbWU6|UGFzc3dvcmQ6|cGFzc3dvcmQ6)/,
        specimen: 'Exception in thread "main" javax.mail.AuthenticationFailedException: 334 VXNlcm5hbWU6',
        strength: 'suggests',
        alternative: true,
      },
      nothingInCredentials,
      loginFails,
      {
        // aiosmtplib; Alertmanager; Symfony Mailer.
        pattern:
          /username is required when using oauth_token_generator|find auth mechanism: (?:missing (?:password|secret) for |could not read )|^(?:.*Exception: )?(?:User|Password) is not set\.$/,
        specimen: 'find auth mechanism: missing password for PLAIN auth mechanism',
        strength: 'names',
        alternative: true,
      },
      {
        // Jakarta Mail; s-nail; busybox; check_smtp; Vert.x; Nodemailer; gen_smtp; Bamboo; Perl; Thunderbird.
        pattern:
          /failed to connect, no user name specified\?|A (?:password|user) is necessary for SMTP authentication|sendmail: no username or password|no (?:authuser|authpass) specified|login is required, but no credentials supplied|^Username or password is null|Authentication info was not provided|\{error, ?no_credentials\}|Username and password were not provided for authentication|sasl_username but no sasl_password|Could not get password for \S+\. The message was not sent/,
        specimen: 's-nail: A password is necessary for SMTP authentication',
        strength: 'names',
        alternative: true,
      },
      twistedFindsNone,
    ],
    facts: [],
    client: 'None: the client ends the session after the answer to EHLO.',
  },
  repair: {
    words:
      'Give the program both, and look that they arrive where it runs. For a relay that wants no login, leave the login out altogether (Nodemailer: no auth object).',
    commands: ['docker compose exec app env | grep -iE "smtp|mail"'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/nodemailer/nodemailer/issues/1255', 'RFC 4954 section 4'],
};
