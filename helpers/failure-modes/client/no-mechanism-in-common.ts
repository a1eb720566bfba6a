import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';
import { unusualMechanismsOnly } from './shared/session-notes';
import { outlookNoMethod, twistedFindsNone } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/no-mechanism-in-common',
  kind: 'client',
  title: 'the server offers AUTH, and no mechanism that the client can',
  cause:
    'The AUTH line of the answer to EHLO has other mechanisms than the client knows or is set to: a server that offers CRAM-MD5 alone or, before TLS, GSSAPI and NTLM; a provider that takes tokens only (XOAUTH2); a client whose SASL plug-ins are not installed.',
  symptoms: {
    log: [
      {
        // Python; Jakarta Mail; MailKit; msmtp; go-mail; swaks; Symfony Mailer; Thunderbird; mutt; Perl; Alertmanager.
        pattern:
          /No suitable authentication method found|No authentication mechanisms supported by both server and client|does not support any of the authentication mechanisms|cannot find a usable authentication method|authentication method (?!\d)\S+ not supported|server does not support SMTP AUTH type|\*\*\* Auth not attempted, (?:requested type not available|no advertised types available)|which currently supports: "[^"]|using 0 possible authenticators|does not support the selected authentication method|No authenticators available|SMTP authentication requires SASL|No SASL mechanism found|unknown auth mechanism: /,
        specimen: 'msmtp: cannot find a usable authentication method',
        strength: 'names',
      },
      unusualMechanismsOnly,
      {
        // PHPMailer; Net_SMTP; aiosmtplib; SnappyMail. Clients of SSH say it with “available”, as sshd does of them.
        pattern:
          /No supported authentication methods\b(?! available)|authentication method "[^"]*" is not supported by the server|server does not support XOAUTH2|LoginBadMethodException/,
        specimen: 'No supported authentication methods found',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /50[0-4][ -](?:5\.\d\.\d )?(?:Unsupported authentication mechanism|AUTH mechanism \S+ not available|Invalid command arguments: AUTH method|\S+ authentication is not permitted)/,
        '504 5.5.4 Unsupported authentication mechanism.',
      ),
      outlookNoMethod,
      {
        // curl; emailjs; Thunderbird.
        pattern:
          /no overlap between offered and configured auth mechanisms|no form of authorization supported|No available auth method|error from sasl .*No worthy mechs|does not seem to support encrypted passwords|does not allow plaintext passwords/,
        specimen: '* SASL: no overlap between offered and configured auth mechanisms',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /(?:504|554|500|534)[ -](?:5\.\d\.\d )?(?:Error: Unrecognized authentication type|Authentication mechanism not supported|AUTH \S+ not supported|Unsupported AUTH method|Asmodeus demands|Error: requested authentication mechanism not supported|\S+ authentication mechanism not supported)/,
        '504 Error: Unrecognized authentication type',
      ),
      {
        // Stalwart.
        pattern: /\(smtp\.auth-mechanism-not-supported\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO Auth mechanism not supported (smtp.auth-mechanism-not-supported) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      {
        // ssmtp; MailKit.
        pattern: /Server didn't like our AUTH \S+ \(504 |No compatible authentication mechanisms found/,
        specimen:
          "ssmtp: Server didn't like our AUTH LOGIN (504 The requested authentication mechanism is not supported)",
        strength: 'names',
        alternative: true,
      },
      {
        // sSMTP.
        pattern: /Server didn't (?:accept|like our) AUTH LOGIN \(504/,
        specimen: "sSMTP[123]: Server didn't accept AUTH LOGIN (504 5.5.1 Unrecognized authentication type)",
        strength: 'names',
        alternative: true,
      },
      {
        // A client with Cyrus SASL that logs without Postfix.
        pattern: /^No worthy mechs found$/,
        specimen: 'MailApp[32504]: No worthy mechs found',
        strength: 'suggests',
        alternative: true,
      },
      {
        // dma.
        pattern: /smarthost authentication: AUTH \S+ not available: 5\d\d/,
        specimen:
          'dma[1a2b]: smarthost authentication: AUTH cram-md5 not available: 535 5.7.8 Error: authentication failed: Invalid authentication mechanism',
        strength: 'accompanies',
        alternative: true,
      },
      {
        // Jakarta Mail as it was misspelt; SnappyMail; Rails.
        pattern:
          /No authentication mechan\w+ supported by both server and client|No supported SASL mechanism found, remote server wants|AuthentificationError 504 Unknown mechanism|AuthenticationError:? \(?504 Unknown mechanism/,
        specimen: 'No supported SASL mechanism found, remote server wants: AUTH=CRAM-MD5',
        strength: 'names',
        alternative: true,
      },
      {
        // Roundcube takes GSSAPI as the first of the mechanisms offered.
        pattern: /PHP Error: No Kerberos service principal set/,
        specimen: 'roundcube[98]: <v3ql> PHP Error: No Kerberos service principal set (POST /?_task=mail)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /Net::SMTPSyntaxError:? \(?500 5\.5\.1 Invalid command/,
        specimen: 'rails[9]: Net::SMTPSyntaxError (500 5.5.1 Invalid command)',
        strength: 'suggests',
        alternative: true,
      },
      clientGets(/501[ -]5\.5\.2 AUTH mechanism must be specified/, '501 5.5.2 AUTH mechanism must be specified'),
      twistedFindsNone,
    ],
    facts: [],
    client: '250-AUTH GSSAPI NTLM and the like in the answer to EHLO',
  },
  repair: {
    words:
      'See what is offered before and inside TLS. Let the client use STARTTLS and PLAIN or LOGIN, and the server offer these inside TLS; or install the client’s plug-ins.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587   # then EHLO client'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 3', 'RFC 4422 section 3.2'],
};
