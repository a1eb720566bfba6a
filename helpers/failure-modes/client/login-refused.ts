import type { FailureMode } from '../../model/failure-mode';
import { clientGets, connectsInVain, hungUp, loginFails, notServers, systemBusy } from './shared/client-words';
import { md5Refused } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/login-refused',
  kind: 'client',
  title: 'the server refuses the credentials that a program gives it',
  cause:
    'User name, password or token is wrong, or was damaged on its way: a $ or # in a variable, quotes that are part of the value, a blank behind it. Many servers want the whole address as user name; providers want a password or key made for SMTP (SendGrid: the user name is apikey; Mailgun, Brevo, SES: their own), or SMTP switched on. Or the account is closed, or shut for a while after too many tries. Why it is, the server’s own log tells.',
  symptoms: {
    log: [
      clientGets(
        /535[ -](?:5\.[057]\.\d+ )?(?!.*(?:-MD5 where PLAIN|system (?:is )?busy|session: AUTH |session: a user of |[Tt]oo many|Maximum credits|[Bb]asic authentication|SmtpClientAuthentication|did not meet the criteria|authorization code|parol|[Aa]pplication.{1,10}password|[Aa]pp.password))(?:(?:Error: )?[Aa]uthentication [Ff]ail|(?:Error: )?Authentication [Cc]redentials [Ii]nvalid|Incorrect authentication data|Incorrect user(?:name)? or password|Login fail|Invalid (?:login|username|user|credentials)|Bad (?:username|credentials)|authorization failed|5\.7\.8 Sorry)/,
        'Error: Invalid login: 535 Authentication credentials invalid',
      ),
      {
        // Nodemailer, PHPMailer, Python, Ruby, Java, MailKit; Thunderbird; msmtp; curl; swaks; ssmtp; gen_smtp; lettre; MailKit; Tencent; Home Assistant.
        pattern:
          /authentication failed \(method|Invalid login - 5\d\d |(?:Invalid login|(?<!Username )command failed|SMTPAuthenticationError|AuthenticationFailedException|AuthenticationException):? \(?535\b(?!.*(?:5\.7\.(?:3|30|139) |Username and Password not accepted|system (?:is )?busy|authorization code|service\.mail\.qq\.com|parol|session: a user of |[Aa]pp(?:lication)?[ -]|[Tt]oo many|Maximum credits|web browser|[Bb]asic authentication))|Unable to authenticate to Outgoing server \(SMTP\)|Login not possible\. Please check your setting and\/or your credentials|Authorization failed \(535 |permanent_failure, ?[^,}]*, ?:?auth_failed|permanent error \(535\): (?!5\.7\.(?:3|9|30|139) |.*Username and Password not accepted)|AuthenticationException: AuthenticationInvalidCredentials: (?!5\.7\.8 Username)|^(?!.* said: ).*\b526 Authentication failure/,
        specimen: 'msmtp: authentication failed (method PLAIN)',
        strength: 'names',
        alternative: true,
      },
      // Yandex; read as a line of Postfix, with whose words it begins.
      clientGets(
        /(?:Error:|SASL PLAIN) authentication failed: (?:Invalid user or password|This user does not have access rights)/,
        'Error: Invalid login: 535 5.7.8 Error: authentication failed: Invalid user or password!',
      ),
      md5Refused,
      loginFails,
      { ...systemBusy, program: notServers },
      hungUp,
      connectsInVain,
      {
        // SnappyMail; Horde; Nextcloud; WP Mail SMTP; SOGo; Dovecot’s submission.
        pattern:
          /LoginBadCredentialsException|Server denied authentication|SMTP server denied authentication|Could not authenticate your SMTP account|Invalid SMTP password|Login disabled for this user/,
        specimen: 'Server denied authentication.',
        strength: 'names',
        alternative: true,
      },
      {
        // Outlook.
        pattern: /0x800CCC92/,
        specimen: 'Your e-mail server rejected your login. Error Number: 0x800CCC92',
        strength: 'suggests',
        alternative: true,
      },
      {
        // mutt; dma; nullmailer; Zabbix; check_smtp; emailjs; Discourse; Thunderbird; OTRS; Zammad.
        pattern:
          /SMTP login (?:failed: Operation not permitted|to \S+ failed)|Failed to authenticate to server|remote delivery (?:failed|deferred): (?:AUTH \S+|Authentication) failed: 535|failed to send email: Login denied|invalid response received after authpass|authorization\.failed \(bad response|issue with the SMTP credentials provided|mailnews\.smtp: Authentication failed: Error|SMTP authentication failed: 535|^Authentication failed(?:, (?:username incorrect|invalid credentials))?!/,
        specimen: 'nullmailer: Failed to authenticate to server',
        strength: 'names',
        program: notServers,
        alternative: true,
      },
      clientGets(
        /(?:535|525)[ -](?:5\.\d\.\d+ )?(?:Invalid credential\b|AUTH invalid|(?:Error: )?[Aa]uthentication credentials invalid(?! \(session: )|Username and password must be provided|OAuth token expired)/,
        '535 Invalid credential',
      ),
      {
        // maddy; nginx as a mail proxy, which tells what its back end answered.
        pattern:
          /\b(?:submission|smtp): authentication failed\s+\{.*"username":|client login failed: "[^"]*(?:[Cc]redentials|[Pp]assword)[^"]*" while in http auth state/,
        specimen:
          'maddy[2617]: submission: authentication failed {"reason":"unknown credentials","src_ip":"203.0.113.9:5000","username":"alice"}',
        strength: 'names',
        alternative: true,
      },
      {
        // Stalwart.
        pattern: /\(auth\.failed\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO Authentication failed (auth.failed) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      {
        // Mailu; mailcow; Mailpit; Postal.
        pattern:
          /Login attempt for: \S+ from: \S+ failed: (?:badauth|badip|account disabled|password ok, but a token)|Login failed for user \S+ with service \w+ from IP|\[smtpd\] deny \S+ login:|Authentication failure for \S+(?: \([^)]*\))? component=smtp-server/,
        specimen: 'MAILCOWAUTH: Login failed for user alice@example.test with service smtp from IP 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      {
        // SendGrid.
        pattern: /Authentication failed: Bad username \/ password/,
        specimen: 'Authentication failed: Bad username / password',
        strength: 'names',
        alternative: true,
      },
      {
        // ssmtp.
        pattern: /Server didn't like our AUTH \S+ \(535 /,
        specimen: "ssmtp: Server didn't like our AUTH LOGIN (535 Authentication failed)",
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /(?:550|451)[ -](?:User suspended|Authentication failed: Could not authenticate)/,
        '550 User suspended',
      ),
      {
        // heirloom mailx.
        pattern: /(?:^|smtp-server: )535 Error$/,
        specimen: 'smtp-server: 535 Error',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /javax\.mail\.AuthenticationFailedException$/,
        specimen: 'Failed messages: javax.mail.AuthenticationFailedException',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Roundcube, in its user’s language; Apple Mail.
        pattern:
          /SMTP-Fehler \(535\)|Erreur SMTP \(535\)|Errore SMTP \(535\)|SMTP-fout \(535\)|Error SMTP \(535\)|Erro de SMTP \(535\)|SMTP-fel \(535\)|did not recognize the user name or password/,
        specimen: 'SMTP-Fehler (535): Authentifizierung fehlgeschlagen.',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Kerio Connect.
        pattern:
          /Failed SMTP login from \S+ with SASL method|performed NTLM authentication in NT domain \[[^\]]*\], this domain is not valid/,
        specimen: 'Failed SMTP login from client.example.test with SASL method NTLM',
        strength: 'names',
        alternative: true,
      },
      {
        // qmail with vpopmail; Plesk’s qmail.
        pattern: /vchkpw-smtp: (?:password fail|vpopmail user not found)|smtp_auth: FAILED: /,
        specimen: "vpopmail[65827]: vchkpw-smtp: password fail (pass: 'x') alice@example.test:203.0.113.11",
        strength: 'names',
        alternative: true,
      },
      {
        // What a reply says, as smtpd would have logged it.
        pattern: /^warning: unknown\[unknown\]: SASL PLAIN authentication failed: Server failed/,
        specimen: 'postfix/smtpd[9]: warning: unknown[unknown]: SASL PLAIN authentication failed: Server failed',
        strength: 'suggests',
        alternative: true,
      },
      {
        // curl, which says so where nothing but the mechanism was sent, too; ntopng.
        pattern:
          /curl: \(67\) (?:Login denied|Access denied: 535)|Unable to send email to \(smtps?:\/\/\S+\): Login denied/,
        specimen: 'app[9]: curl: (67) Login denied',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Postal.
        pattern: /\(code: 535, response: Denied\)/,
        specimen:
          'authentication failure [SMTP: Invalid response code received from server (code: 535, response: Denied)]',
        strength: 'names',
        alternative: true,
      },
      {
        // Stalwart, of 2023.
        pattern: /context="auth" event="authenticate" result="failed"/,
        specimen:
          '2023-12-14T09:42:03Z DEBUG session{instance="submissions" protocol=Smtp remote.ip="203.0.113.9"}: smtp::inbound::auth: context="auth" event="authenticate" result="failed"',
        strength: 'names',
        alternative: true,
      },
      {
        // libetpan.
        pattern: /MAILSMTP_ERROR_AUTH_AUTHENTICATION_FAILED/,
        specimen: 'mailsmtp Last Error Explanation: MAILSMTP_ERROR_AUTH_AUTHENTICATION_FAILED',
        strength: 'names',
        alternative: true,
      },
      {
        // Nodemailer’s own log, before it tells the reply.
        pattern: /\bUser "[^"]*" failed to authenticate\b/,
        specimen: 'info: User "alice" failed to authenticate {',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Authentication credentials invalid, and other words behind 535',
  },
  repair: {
    words:
      'Log in by hand with what the program has, from where it runs. If that works, look at quotes, $ and # in its settings; if not, make a new password at the provider.',
    commands: [
      'swaks --to bob@example.test --server mail.example.test:587 --tls --auth-user alice@example.test --quit-after AUTH',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 6', 'https://nodemailer.com/errors/'],
};
