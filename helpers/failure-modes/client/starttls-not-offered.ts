import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';
import { starttlsAnyway, starttlsWhereNoneIsOffered } from './shared/session-notes';
import { esmtpExtensionMissing, pythonNotSupported, starttlsNotTaken } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/starttls-not-offered',
  kind: 'client',
  title: 'a client is to use STARTTLS, and the server does not offer it there',
  cause:
    'The answer to EHLO has no STARTTLS: the server has no certificate, as a relay inside a network or a mail catcher; the port is for implicit TLS; or a firewall takes the word out. Often the client need not ask: a setting such as USE_TLS=False is taken for true because it is not empty, or TLS is demanded by default.',
  symptoms: {
    log: [
      {
        // Python; msmtp; MailKit; System.Net.Mail; Jakarta Mail; Ruby; swaks; gomail; Alertmanager; curl; lettre; git send-email; Symfony Mailer; gen_smtp; Thunderbird.
        pattern:
          /STARTTLS extension not supported by server|server does not support TLS via the STARTTLS command|The SMTP server does not support the STARTTLS extension|SmtpException: Server does not support secure connections|STARTTLS is required but host does not support STARTTLS|STARTTLS is not supported on this server|\*\*\* Host did not advertise STARTTLS|SMTP server does not support STARTTLS|does not advertise the STARTTLS extension|STARTTLS not supported\.$|curl: \(64\) Requested SSL level failed|Server does not support STARTTLS!|TLS required but neither TLS or STARTTLS are in use|target host does not support STARTTLS|missing_requirement, ?[^,}]*, ?:?tls\b|STARTTLS command failed: 50[0-4]|(?:did not accept|refused|rejected) STARTTLS\b(?!.*\b[Hh]ello\b).*50[0-4]|STARTTLS failed \(code: 50[0-4]|using STARTTLS since it doesn't advertise that feature|STARTTLS (?:is )?not (?:available|supported) (?:by|on) (?:the )?(?:SMTP )?server/,
        specimen: 'smtplib.SMTPNotSupportedError: STARTTLS extension not supported by server.',
        strength: 'names',
      },
      starttlsWhereNoneIsOffered,
      starttlsAnyway,
      {
        // SnappyMail; SOGo; Horde; Gitea.
        pattern:
          /STARTTLS is not supported|Server does not support (?:STARTTLS|TLS connections)|StartTLS requested, but SMTP server does not support it/,
        specimen: 'Server does not support TLS connections.',
        strength: 'names',
        alternative: true,
      },
      clientGets(/502[ -](?:5\.5\.1 )?TLS support is not enabled/, '502 5.5.1 TLS support is not enabled.'),
      {
        // Outlook.
        pattern: /0x800CCC7D/,
        specimen: 'Your outgoing (SMTP) server does not support SSL-secured connections. Error Number: 0x800CCC7D',
        strength: 'suggests',
        alternative: true,
      },
      {
        // esmtp; dma; curl; check_smtp; Vert.x; Perl; Nodemailer.
        pattern:
          /StartTLS extension not supported by MTA|STARTTLS not available: 50\d|STARTTLS denied, code 50\d|(?:StartTLS|TLS) not supported by server|STARTTLS required but not supported|Command unknown: 'STARTTLS'|HELO does not support required STARTTLS|can't STARTTLS: Command unknown/,
        specimen: "can't STARTTLS: Command unknown: 'STARTTLS'",
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /50[023][ -](?:5\.\d\.\d )?(?:TLS not (?:supported|available)|Command STARTTLS unrecogni[sz]ed)/,
        '502 5.5.1 TLS not supported',
      ),
      {
        // Stalwart.
        pattern: /\(smtp\.start-tls-unavailable\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO STARTTLS unavailable (smtp.start-tls-unavailable) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      pythonNotSupported,
      esmtpExtensionMissing,
      starttlsNotTaken,
      {
        // dma.
        pattern: /in opportunistic TLS mode, STARTTLS not available/,
        specimen:
          'dma[1a2b.5f]: remote delivery deferred: TLS: in opportunistic TLS mode, STARTTLS not available: Success',
        strength: 'names',
        alternative: true,
      },
      {
        // openssl s_client; Stalwart; mox.
        pattern:
          /[Dd]idn't find (?:starttls|STARTTLS) in server response, try(?:ing)? anyway|STARTTLS not advertised by host|reason="STARTTLS was not advertised by host"|STARTTLS: got 502, expected 220/,
        specimen: "didn't find starttls in server response, try anyway...",
        strength: 'names',
        alternative: true,
      },
      {
        // lettre; a firewall that has written over the command.
        pattern: /Could not encrypt connection, aborting|STARTTLS: 50[02] (?:5\.\d\.\d )?.{0,3}X{4,}/,
        specimen: "Error: Error upgrading connection with STARTTLS: 500 5.0.0 'XXXXXXXX': command not understood.",
        strength: 'names',
        alternative: true,
      },
      {
        // Gmail, of a server for “send mail as”.
        pattern: /STARTTLS not supported and the user requires enforcement/,
        specimen: 'STARTTLS not supported and the user requires enforcement., code: 500',
        strength: 'names',
        alternative: true,
      },
      {
        // libetpan, in programs of macOS and iOS.
        pattern: /MAILSMTP_ERROR_STARTTLS_NOT_SUPPORTED/,
        specimen: 'mailsmtp Last Error Explanation: MAILSMTP_ERROR_STARTTLS_NOT_SUPPORTED',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'No 250-STARTTLS in the answer to EHLO',
  },
  repair: {
    words:
      'Give the server a certificate, or let the client use the port that has TLS. Inside a network that is trusted, switch TLS off in the client: leave the variable out instead of writing False, and set smtp_require_tls: false in Alertmanager.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587',
      'postconf -n | grep -E "smtpd_tls_(security_level|cert_file|chain_files)"',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 3207 section 4', 'https://github.com/kobotoolbox/kobo-install/issues/227'],
};
