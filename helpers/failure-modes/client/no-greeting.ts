import type { FailureMode } from '../../model/failure-mode';
import { connectsInVain, hungUp, timeIsUp } from './shared/client-words';
import { closedBeforeGreeting } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/no-greeting',
  kind: 'client',
  title: 'a client is connected, and is not greeted with a 220',
  cause:
    'At 465 the server waits for TLS while the client, set to STARTTLS or to none, waits for the greeting: that is the usual case. Else the server is slow to greet, as when it looks up the client’s name, or greets with 421 or 554 since it does not want the client’s address; or a proxy or firewall takes the connection and has nobody behind it.',
  symptoms: {
    log: [
      {
        // Nodemailer; Jakarta Mail; Symfony Mailer and Swift Mailer.
        pattern:
          /Greeting never received|Could not connect to SMTP host: \S+, port: \d+, response: -1|Expected response code "?220"? but got (?:an empty response|empty code|code "", with message "")/,
        specimen: 'Error: Greeting never received',
        strength: 'names',
      },
      {
        // System.Net.Mail, which took a line of TLS or of an error for a reply.
        pattern: /SmtpException: Syntax error, command unrecognized\. The server response was:\s*$/,
        specimen:
          'Unhandled exception. System.Net.Mail.SmtpException: Syntax error, command unrecognized. The server response was: ',
        strength: 'suggests',
        alternative: true,
      },
      hungUp,
      timeIsUp,
      connectsInVain,
      {
        // aiosmtplib.
        pattern: /Timed out waiting for server ready message/,
        specimen: 'aiosmtplib.errors.SMTPConnectTimeoutError: Timed out waiting for server ready message',
        strength: 'names',
        alternative: true,
      },
      {
        // .NET: the server, or a firewall, closes the connection where a greeting or a reply is due.
        pattern: /net_io_connectionclosed/,
        specimen: 'Unable to read data from the transport connection: net_io_connectionclosed.',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Outlook’s test.
        pattern: /specified server was found, but there was no response from the server/,
        specimen:
          'The specified server was found, but there was no response from the server. Please verify that the port and SSL information is correct.',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Outlook.
        pattern: /0x800CCC19|0x8004210B|0x800CCC0F|0x800CCC0E/,
        specimen: 'Your server has unexpectedly terminated the connection. Error Number: 0x800CCC0F',
        strength: 'suggests',
        alternative: true,
      },
      {
        // ssmtp; msmtp; Zabbix; Jakarta Mail.
        pattern:
          /Invalid response SMTP [Ss]erver(?: \(STARTTLS\))?$|cannot get initial OK message from server|error receiving initial string from SMTP server|Got bad greeting from SMTP host: \S+, port: \d+, response: \[EOF\]/,
        specimen: 'ssmtp: Invalid response SMTP server',
        strength: 'names',
        alternative: true,
      },
      closedBeforeGreeting,
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words:
      'In the client: SSL/TLS with 465, or STARTTLS with 587. Nodemailer: secure: true with 465. System.Net.Mail knows no implicit TLS: use 587.',
    commands: ['openssl s_client -connect mail.example.test:465', 'nc -v mail.example.test 587'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8314 section 3.3', 'https://nodemailer.com/smtp/'],
};
