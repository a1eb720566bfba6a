import type { FailureMode } from '../../model/failure-mode';
import { refusedByHand } from './shared/by-hand';
import {
  connectsInVain,
  curlCannotConnect,
  inJakartaMail,
  refusedSomewhere,
  thunderbirdCannotConnect,
} from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/nothing-listens',
  kind: 'client',
  title: 'the connection is refused where a client wants to send its mail',
  cause:
    'Nothing listens there: the server does not run, listens at another port or address, or the client has the wrong one. Or a web host or a firewall refuses connections outward, other than to its own mail server. In a container localhost is the container itself, not the machine on which it runs; the server there is reached by its name or address, if it listens on more than loopback.',
  symptoms: {
    log: [
      {
        // msmtp; Node.js; Go; PHPMailer; Symfony Mailer and Swift Mailer; Ruby; curl; swaks; lettre; gen_smtp.
        pattern:
          /^(?!.*(?:\] \[(?:outbound|core|auth\/)|backend failure: |"io_op":"dial")).*(?:cannot connect to \S+, port \d+: Connection refused|connect ECONNREFUSED \S+:(?:25|465|587|1025|2525)\b|dial tcp \S+:(?:25|465|587|1025|2525): connect: connection refused|SMTP ERROR: Failed to connect to server: Connection refused|Connection could not be established with host .*Connection refused|Connection refused - connect\(2\) for \S+ port (?:25|465|587|1025|2525)\b|Failed to connect to \S+ port (?:25|465|587|1025|2525)\b(?!.*(?:time|[Nn]o route|unreachable|denied|not permitted|connect to server))|\*\*\* +IO::Socket::INET6?: connect: Connection refused|(?:lettre|[Ss][Mm][Tt][Pp]|[Mm]ail).*Connection error: Connection refused|network_failure, ?[^,}]*, ?\{:?error, ?:?econnrefused|Additional SMTP info: Connection refused)/,
        specimen: 'sendmail: cannot connect to localhost, port 1025: Connection refused',
        strength: 'names',
      },
      refusedSomewhere,
      inJakartaMail(/ConnectException: Connection refused/, 'ConnectException: Connection refused'),
      refusedByHand,
      thunderbirdCannotConnect,
      curlCannotConnect,
      connectsInVain,
      {
        // aiosmtplib; Net_SMTP; Laminas; SnappyMail; nmap.
        pattern:
          /(?<!:(?:80|443|8080) .*)\[Errno (?:111|61)\] Connect call failed(?! \('[^']*', (?!(?:25|465|587|1025|2525)\b)\d)|Failed to connect socket: Connection refused|[Uu]nable to connect to (?:tcp|ssl|tls):\/\/\S+:(?:25|465|587|1025|2525)\b\S* \(Connection refused\)|(?<!:(?:143|993|110|995|4190)\b.*)Socket: \[111\] Connection refused/,
        specimen:
          'aiosmtplib.errors.SMTPConnectError: Error connecting to mail.example.com on port 25: [Errno 111] Connect call failed',
        strength: 'names',
        alternative: true,
      },
      {
        // Outlook.
        pattern: /0x800CCC0E|0x80042109/,
        specimen: 'The connection to the server has failed. Error Number: 0x800CCC0E',
        strength: 'suggests',
        alternative: true,
      },
      {
        // esmtp; mutt; s-nail; nullmailer; dma; Zabbix; check_smtp; Vert.x; .NET; lettre; Perl; OTRS; Discourse.
        pattern:
          /SMTP server problem Connection refused|Could not connect to \S+ \(Connection refused\)|Could not connect\(2\): Connection refused|Sending failed: Connection refused|^connect to \S+ \[[^\]]+\] failed: Connection refused|cannot connect to SMTP server .*Connection refused|^connect to address \S+ and port (?:25|465|587)\S*: Connection refused|AnnotatedConnectException: Connection refused(?!: \S+:(?!(?:25|465|587|1025|2525)\b)\d)|Connection error: Connection refused|Net::SMTP(?:::SSL)?: connect: Connection refused|Can't connect to \S+: Connection refused!|ErrorMessage: Connection refused|connecting with the server, check the server name and port/,
        specimen: 'mutt: Could not connect to mail.example.com (Connection refused).',
        strength: 'names',
        alternative: true,
      },
      {
        // BusyBox’s sendmail, whose nc, telnet and wget say it of any server.
        pattern: /(?<!\b(?:nc|telnet|wget): )can't connect to remote host \([^)]*\): Connection refused/,
        specimen: "sendmail: can't connect to remote host (203.0.113.7): Connection refused",
        strength: 'names',
        program: /^sendmail$/,
        alternative: true,
      },
      {
        pattern: /^(?:telnet: )?can't connect to remote host \([^)]*\): Connection refused/,
        specimen: "telnet: can't connect to remote host (203.0.113.7): Connection refused",
        strength: 'suggests',
        program: /^telnet$/,
        alternative: true,
      },
      {
        // PHPMailer; Mattermost; Python.
        pattern:
          /^(?:(?:SMTP )?ERROR: )?Failed to connect to server: Connection refused|SendMail: Failed to open connection, dial tcp \S+: connect: connection refused|(?:[Mm]ail|smtp)\S* \[Errno 111\] Connection refused|outgoing mail server problem\) \[Errno 111\]/,
        specimen: 'ERROR: Failed to connect to server: Connection refused (111)',
        strength: 'names',
        alternative: true,
      },
      {
        // s-nail, and others that do not say whereto.
        pattern: /^(?:\S+: )?[Cc]ould not connect: Connection refused/,
        specimen: 's-nail: could not connect: Connection refused',
        strength: 'suggests',
        alternative: true,
      },
      {
        // .NET.
        pattern: /actively refused it\W*\S*:(?:25|465|587|2525)\b/,
        specimen: 'No connection could be made because the target machine actively refused it 127.0.0.1:25',
        strength: 'names',
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
      {
        // dma.
        pattern: /connect to \S+ \[[\d.:a-f]+\] failed: Connection refused/,
        specimen: 'dma[1a2b]: connect to mail.example.test [203.0.113.7] failed: Connection refused',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: there is no connection.',
  },
  repair: {
    words:
      'Start the server, or give the client host and port at which it listens. From a container use the name of the service, or host.docker.internal for the machine.',
    commands: ['ss -ltn "( sport = :25 or sport = :587 or sport = :465 )"', 'nc -vz mail.example.test 587'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/snikket-im/snikket-server/issues/210', 'RFC 6409 section 3.1'],
};
