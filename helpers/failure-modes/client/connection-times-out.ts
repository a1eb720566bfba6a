import type { FailureMode } from '../../model/failure-mode';
import { timedOutByHand } from './shared/by-hand';
import {
  connectsInVain,
  curlCannotConnect,
  inJakartaMail,
  thunderbirdCannotConnect,
  timedOutSomewhere,
  timeIsUp,
} from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/connection-times-out',
  kind: 'client',
  title: 'a client’s connection to the mail server gets no answer, or finds no way there',
  cause:
    'A firewall drops the packets: providers of clouds and home lines block port 25 to the outside, some 465 and 587 too; the server’s own firewall may be closed. `No route to host` says that a firewall rejects them (firewalld does) or that the machine is off; `Network is unreachable` that there is no route, as where a machine without IPv6 gets an IPv6 address. Or the address is wrong.',
  symptoms: {
    log: [
      {
        // msmtp; Node.js; Go; PHPMailer; Symfony Mailer and Swift Mailer; curl; swaks; gen_smtp.
        pattern:
          /^(?!.*(?:\] \[(?:outbound|core|auth\/)|backend failure: |"io_op":"dial")).*(?:cannot connect to \S+, port \d+: (?:Connection timed out|Operation timed out|the connection timed out|No route to host|Host is unreachable|Network (?:is )?unreachable)|connect (?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH) \S+:(?:25|465|587|2525)\b|dial tcp \S+:(?:25|465|587|2525): (?:i\/o timeout|connect: (?:connection timed out|no route to host|network is unreachable))|SMTP ERROR: Failed to connect to server: (?:Connection timed out|Network is unreachable|No route to host)|Connection could not be established with host .*(?:Connection timed out|Network is unreachable|No route to host)|curl: \(28\) .* port (?:25|465|587|2525)\b|\*\*\* +IO::Socket::INET6?: connect: (?:Connection timed out|timeout)|network_failure, ?[^,}]*, ?\{:?error, ?:?(?:ehostunreach|enetunreach)|Additional SMTP info: (?:Connection timed out|Network is unreachable|No route to host))/,
        specimen: 'msmtp: cannot connect to mail.example.test, port 587: Connection timed out',
        strength: 'names',
      },
      timeIsUp,
      thunderbirdCannotConnect,
      curlCannotConnect,
      timedOutSomewhere,
      inJakartaMail(
        /(?:ConnectException: (?:Connection|Operation) timed out|SocketTimeoutException: [Cc]onnect)/,
        'SocketTimeoutException: Connect timed out',
      ),
      connectsInVain,
      {
        // aiosmtplib.
        pattern:
          /Timed out connecting to \S+ on port|\[Errno (?:110|60|113|101)\] Connect call failed(?! \('[^']*', (?!(?:25|465|587|1025|2525)\b)\d)/,
        specimen: 'aiosmtplib.errors.Timed out connecting to S+ on port to mail.example.com on port 587',
        strength: 'names',
        alternative: true,
      },
      {
        // Outlook’s test; a name that stands for an address is found.
        pattern: /specified server was found, but there was no response from the server/,
        specimen:
          'The specified server was found, but there was no response from the server. Please verify that the port and SSL information is correct.',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Outlook.
        pattern: /0x800CCC0E|0x80042109|0x800CCC19|0x8004210B/,
        specimen: 'Your server has unexpectedly terminated or timed out. Error Number: 0x800CCC19',
        strength: 'suggests',
        alternative: true,
      },
      {
        // msmtp; s-nail; nullmailer; dma; lettre; Discourse.
        pattern:
          /cannot connect to \S+, port \d+: the operation timed out|connect\(2\) failed:+ Connection timed out|Sending failed: Connection timed out|^connect to \S+ \[[^\]]+\] failed: Connection timed out|Connection error: connection timed out|Connection to the server timed out, check the server name|Connection to port \d+ failed\.|Sending failed: Host or network unreachable/,
        specimen: 'msmtp: cannot connect to mail.example.com, port 25: the operation timed out',
        strength: 'names',
        alternative: true,
      },
      {
        // PHP on Windows.
        pattern:
          /[Uu]nable to connect to (?:tcp|ssl|tls):\/\/\S+:(?:25|465|587|1025|2525)\b\S* \(A connection attempt failed because the connected party did not properly respond/,
        specimen:
          'PHP Warning:  fsockopen(): unable to connect to tls://smtp.example.test:587 (A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond)',
        strength: 'names',
        alternative: true,
      },
      {
        // Google’s servers for incoming mail, which answer at 25 alone: Gmail’s for programs is smtp.gmail.com.
        pattern: /smtp\.google\.com:(?:587|465)\b|host\S*[=:] ?["']?smtp\.google\.com/,
        specimen: 'globalSettings__mail__smtp__host=smtp.google.com',
        strength: 'suggests',
        alternative: true,
      },
      {
        // nullmailer.
        pattern: /^(?:Sending failed: )?Connect failed/,
        specimen: 'nullmailer-send[9]: Sending failed: Connect failed',
        strength: 'suggests',
        program: /^nullmailer/,
        alternative: true,
      },
      timedOutByHand,
      {
        // dma.
        pattern: /connect to \S+ \[[\d.:a-f]+\] failed: (?:Connection timed out|Operation timed out)/,
        specimen: 'dma[1a2b]: connect to mail.example.test [203.0.113.7] failed: Connection timed out',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: there is no connection.',
  },
  repair: {
    words:
      'Try the port from the machine of the client, and from another network. Use 587 instead of 25; ask the provider to open it; or use a relay that listens at 2525.',
    commands: [
      'nc -4 -vz -w 5 mail.example.test 587',
      'nc -4 -vz -w 5 mail.example.test 465',
      'ping -c 3 mail.example.test; ip -6 route',
    ],
  },
  unreproduced: 'The closed world of the tests answers every connection.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5068 section 5', 'RFC 6409 section 3.1'],
};
