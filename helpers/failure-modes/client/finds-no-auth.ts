import type { FailureMode } from '../../model/failure-mode';
import { clientGets, findsNoAuth, loginFails } from './shared/client-words';
import { authWhereNoneIsOffered, givesUpBeforeAuth, leavesWithoutAuth } from './shared/session-notes';
import {
  esmtpExtensionMissing,
  outlookNoMethod,
  pythonNotSupported,
  twistedFindsNone,
} from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/finds-no-auth',
  kind: 'client',
  title: 'a client that is to log in finds no AUTH that it can use where it connects',
  cause:
    'The answer to EHLO has no AUTH: at that port it is off, as it often is at 25 on purpose; it is offered inside TLS only, and the client has not said STARTTLS; the client said HELO; or AUTH is off altogether. Some programs say the same where AUTH is offered, and no mechanism that they know.',
  symptoms: {
    log: [
      {
        // Postfix, to who says AUTH all the same; swaks; Python; Go; MailKit; msmtp; Swift Mailer; lettre (Rust); gen_smtp; mox.
        pattern:
          /5\.5\.1 Error: authentication not enabled|\*\*\* Host did not advertise authentication|SMTP Error \(250\)|SMTP Fehler \(250\)|Erreur SMTP \(250\)|SMTP AUTH extension not supported by server|smtp: server doesn't support AUTH|[Tt]he (?:SMTP )?server does not support authentication|No (?:compatible|supported) authentication mechanisms? (?:was found|available)|Failed to find an authenticator supported by the SMTP server, which currently supports: ""|missing_requirement, ?[^,}]*, ?:?auth\b|authentication only allowed on submission ports|didn't (?:accept|like our) AUTH LOGIN \(50[023]/,
        specimen: '*** Host did not advertise authentication',
        strength: 'names',
      },
      leavesWithoutAuth,
      authWhereNoneIsOffered,
      givesUpBeforeAuth,
      findsNoAuth,
      loginFails,
      {
        // aiosmtplib; go-mail; Gitea; Net_SMTP; PHPMailer; SnappyMail; Roundcube.
        pattern:
          /SMTP AUTH extension is not supported by this server|server does not support SMTP AUTH(?! type)|SMTP server does not support AUTH, but credentials|SMTP server does not support authentication\b|Authentication is not allowed at this stage|no supported AUTH options|^Host did not advertise authentication|Authentication failure: .*\(Code: 250\)/,
        specimen: 'aiosmtplib.errors.SMTPException: The SMTP AUTH extension is not supported by this server.',
        strength: 'names',
        alternative: true,
      },
      clientGets(/50[0-4][ -](?:5\.\d\.\d )?AUTH not (?:available|supported)/, '503 5.3.3 AUTH not available'),
      outlookNoMethod,
      {
        // curl; nullmailer; Perl; Zammad; Vert.x; busybox; check_smtp.
        pattern:
          /no auth mechanism was offered or recognized|Server does not advertise (?:any supported authentication methods|certificate authentication)|Command unknown: 'AUTH'|Authentication not possible \(not offered by the service\)|no allowed AUTH methods available|sendmail: AUTH LOGIN failed|invalid response received after AUTH LOGIN/,
        specimen: "failed AUTH: Command unknown: 'AUTH'",
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /(?:502|503|535|500|521)[ -](?:5\.\d\.\d )?(?:Authentication not (?:supported|enabled)|AUTH not allowed|Error: authentication disabled|Error: command 'AUTH' not recogni[sz]ed)/,
        '502 5.7.0 Authentication not supported',
      ),
      {
        // Stalwart.
        pattern: /\(smtp\.auth-not-allowed\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO Authentication not allowed (smtp.auth-not-allowed) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      pythonNotSupported,
      esmtpExtensionMissing,
      {
        pattern: /Net::SMTPSyntaxError:? \(?500 5\.5\.1 Invalid command/,
        specimen: 'rails[9]: Net::SMTPSyntaxError (500 5.5.1 Invalid command)',
        strength: 'suggests',
        alternative: true,
      },
      clientGets(/502[ -]5\.5\.1 AUTH not supported/, '502 5.5.1 AUTH not supported'),
      twistedFindsNone,
      {
        // PHPMailer.
        pattern: /AUTH command failed: 50[02] .*(?:command not recogni[sz]ed|not implemented)/,
        specimen: 'SMTP ERROR: AUTH command failed: 502 5.5.2 Error: command not recognized',
        strength: 'names',
        alternative: true,
      },
      {
        // libetpan.
        pattern: /MAILSMTP_ERROR_AUTH_NOT_SUPPORTED/,
        specimen: 'mailsmtp Last Error Explanation: MAILSMTP_ERROR_AUTH_NOT_SUPPORTED',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'No 250-AUTH in the answer to EHLO',
  },
  repair: {
    words:
      'In the client: 587 with STARTTLS, or 465 with TLS. If AUTH is not offered there either, it is switched off on the server.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587   # then EHLO client',
      'postconf smtpd_sasl_auth_enable smtpd_tls_auth_only; postconf -P | grep -E "auth_enable|auth_only"',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 4954 section 4',
    'https://github.com/haraka/Haraka/issues/850',
    'https://github.com/prey/prey-bash-client/issues/77',
    'https://github.com/mjl-/mox/issues/74',
  ],
};
