import type { LogSign } from '../../../model/failure-mode';

/** sendEmail says so before STARTTLS, too, where the server takes nothing else first. */
export const findsNoAuth: LogSign = {
  pattern: /NOTICE => Authentication not supported by the remote SMTP server!/,
  specimen: 'sendEmail[4908]: NOTICE => Authentication not supported by the remote SMTP server!',
  strength: 'suggests',
  alternative: true,
};

/** No line of a mail server, which logs in its own words what it has answered or what the next server has. */
const notOfServers =
  '^(?!Diagnostic-Code: smtp; )(?!.*(?: said: |remote mail server|authenticator failed|\\(in reply to |^Output: |secured: cipher=|reject[:=] ?|\\[core\\]|stat=|reply=|result="|hook=|courieresmtp|error,relay=|Failed command on session|mta error reason=|remote delivery|\\brejected (?:EHLO|HELO|MAIL|RCPT)|smarthost authentication: |\\[PROTOCOL\\]|\\[\\w+\\] => |\\] \\[queue|received this response from the destination|id=\\w+,from|(?<!smtp)status=|< \\S+\\[))';

/** Programs that are no mail server, as far as syslog tells. */
export const notServers = /^(?!(?:postfix|exim|smtpd|dovecot|courier|esmtpd|dma$|sm-|sendmail$|opensmtpd|haraka))/i;

/**
 * A line of another program than a mail server, which logs the replies of the next one in its own words: what a program
 * that sends by this server has got from it. Where the reply has `535[ -]`, the ways count in which libraries write it:
 *
 *   Error: Invalid login: 535 5.7.8 …        Nodemailer
 *   SMTPAuthenticationError: (535, b'5.7.8 … Python
 *   permanent error (535): 5.7.8 …           lettre
 *   MailKit…: 535: 5.7.8 …                   MailKit
 *   The server response was: 5.7.8 …         System.Net.Mail
 *   The mail server responded: 5.7.8 …       Thunderbird
 *   SmtpCommandException: 5.7.1 …            MailKit
 */
export const clientGets = (reply: RegExp, specimen: string, strength: LogSign['strength'] = 'names'): LogSign => ({
  pattern: new RegExp(`${notOfServers}.*${inAnyLibrary(reply.source)}`, reply.flags),
  specimen,
  strength,
  program: notServers,
  alternative: true,
});

const inAnyLibrary = (reply: string) =>
  reply.replace(
    codeAndSpace,
    `(?:$1(?:[ -]|: |\\): |, b?['"]|, response: ["']?|\\), source: ["'])|(?:response was|server responded|SmtpCommandException|NotAuthenticatedException): +)`,
  );

/** The code in a pattern, with what stands behind it: 535[ -], 53[45][- ], 5\d\d[- ], (?:421|454)[- ]. */
const codeAndSpace = /((?:\d|\\d|\[[\d-]+\]|\(\?:[\d|[\]]+\)){1,3})\[(?: -|- )\]/g;

/** What many programs say whatever it is that keeps them from connecting; the line beside it tells more. */
export const connectsInVain: LogSign = {
  // PHPMailer; Nodemailer; Jakarta Mail, old and new; Python's traceback; .NET; MailKit; git send-email; swaks; ssmtp; gen_smtp; Home Assistant; PHP.
  pattern:
    /SMTP connect\(\) failed(?!.*\(session: )|SMTP Error \(-1\): Connection to server failed|could not initiate TLS connection$|command"?: ?['"]CONN['"]|Could not connect to SMTP host: \S+, port: \d+(?:;(?!.*java\.net\.)|$)|Couldn't connect to host, port: \S+, \d+; timeout(?!.*java\.net\.)|smtplib\.py", line \d+, in _get_socket|SmtpException: Failure sending mail|(?:SslHandshakeException|ERROR): An error occurred while attempting to establish an SSL or TLS connection|Unable to initialize SMTP properly|Sending the email to the following server failed|Connection could not be established with host .*(?:\[ ?#0\]|Unknown error)|Could not convert socket to TLS(?!.*\(session: )|temporary_failure, ?[^,}]*, ?:?tls_failed|SMTP server not found or refused connection|EmailException: Password based SMTP connect failed|Failed to connect to mailserver at|Could not connect to SMTP host\.|\*\*\* Error connecting to \S+:\d+:|Switching to SSL failed|: Cannot open (?!mail:25\b)[\w.-]+:(?:25|465|587|2525)\b|Unable to connect to "(?!mail")\S+" port \d+\./,
  specimen: 'SMTP Error: SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
  strength: 'suggests',
  alternative: true,
};

/** An error of the operating system that does not say of which connection: Python, Ruby, .NET, curl, Java. */
const ofSomeConnection = (pattern: RegExp, specimen: string): LogSign => ({
  pattern,
  specimen,
  strength: 'suggests',
  alternative: true,
});

/** The same in the line in which Jakarta Mail says of which one. */
export const inJakartaMail = (reason: RegExp, specimen: string): LogSign => ({
  pattern: new RegExp(
    `(?:Could not connect to SMTP host: |Couldn't connect to host, port: ).* nested exception is:.*java\\.net\\.${reason.source}`,
  ),
  specimen: `jakarta.mail.MessagingException: Couldn't connect to host, port: mail.example.test, 587; timeout 10000; nested exception is: java.net.${specimen}`,
  strength: 'names',
  alternative: true,
});

export const refusedSomewhere = ofSomeConnection(
  /^(?:[\w.]+: )?(?:\[Errno (?:111|61)\] Connection refused|\[WinError 10061\])|^Errno::ECONNREFUSED: Connection refused|SocketException \((?:111|61|10061)\): |^(?:Error: |\{ ?)?errno: -(?:111|61|4078)\b|ConnectionRefusedError\((?:111|61), |^(?:Caused by: |Caused: |class )?java\.net\.ConnectException: Connection refused/,
  'ConnectionRefusedError: [Errno 111] Connection refused',
);

export const timedOutSomewhere = ofSomeConnection(
  /^(?:[\w.]+: )?(?:\[Errno (?:110|60)\] (?:Connection|Operation) timed out|\[Errno (?:101|113)\] N(?:etwork is unreachable|o route to host)|\[WinError 10060\])|^(?:TimeoutError|socket\.timeout): timed out|^Errno::E(?:TIMEDOUT|HOSTUNREACH|NETUNREACH): |^curl: \(28\) Connection timed out after |SocketException \((?:110|60|113|101|10060)\): |^(?:Error: |\{ ?)?errno: -(?:110|60|101|113|4039|4062)\b|TimeoutError\((?:110, |'timed out'\))|OSError\((?:101|113), |^(?:Caused by: |Caused: |class )?java\.net\.(?:ConnectException: (?:Connection|Operation) timed out|SocketTimeoutException: [Cc]onnect(?:ion)? timed out|(?:ConnectException|NoRouteToHostException|SocketException): (?:No route to host|Network is unreachable))/,
  'TimeoutError: [Errno 110] Connection timed out',
);

export const nameNotFoundSomewhere = ofSomeConnection(
  /^(?:(?:socket\.)?gaierror: )?\[Errno -[235]\] (?:Name or service not known|Temporary failure in name resolution|No address associated)|^SocketError: .*(?:Name or service not known|nodename nor servname|Temporary failure in name resolution|No address associated)|^(?:Error: |\{ ?)?errno: -(?:3008|3001)\b|gaierror\(-\d, |SocketException \((?:11001|-131073)\): |^(?:Caused by: |Caused: |class )?java\.net\.UnknownHostException: /,
  'socket.gaierror: [Errno -2] Name or service not known',
);

/** curl shows the code alone. */
export const curlMailFails: LogSign = {
  pattern: /^(?:curl: )?\(55\) MAIL failed: 5[35]0$/,
  specimen: 'curl: (55) MAIL failed: 530',
  strength: 'suggests',
  alternative: true,
};

/** A login fails; the line beside it says how. */
export const loginFails: LogSign = {
  // PHPMailer, and WordPress with it; Swift Mailer; MailKit; swaks.
  pattern:
    /SMTP Error: Could not authenticate|\*\*\* No authentication type succeeded|cannot send message: \(smtp\) authentication failure|Failed to authenticate on SMTP server with username "[^"]*"$|(?:SASL|LOGIN|PLAIN|CRAM-MD5) authentication failed(?:, trying next method)?\.?$|using (?:[1-9]\d* possible|the following) authenticators|MailKit\.Security\.AuthenticationException: Authentication failed|System\.Net\.Mail\.SmtpException: Authentication failed/,
  specimen: 'SMTP Error: Could not authenticate.',
  strength: 'suggests',
  program: notServers,
  alternative: true,
};

/** msmtp finds no file, or none that it may use: it is not there, or closed to whoever sends. */
export const noConfigurationFile: LogSign = {
  pattern: /account \S+ not found: no configuration file available/,
  specimen: 'sendmail: account default not found: no configuration file available',
  strength: 'suggests',
  alternative: true,
};

/** The time of a program is up, before or after a connection was made. */
export const timeIsUp: LogSign = {
  // System.Net.Mail; Nodemailer; Ruby; Symfony Mailer; lettre; Swift Mailer; PHPMailer; yagmail; Laminas; Zabbix; check_smtp; gen_smtp; swaks; curl.
  pattern:
    /SmtpException: The operation has timed out|^(?:\[?Error: )?Connection timeout\]?(?: \{)?$|Net::(?:Open|Read)Timeout|lettre.*error: (?:timed out|Resource temporarily unavailable)|Connection to tcp:\/\/\S+ Timed Out|stream timed-out \(|SMTP connection timed out|Protocol\\Exception\\RuntimeException: \S+ has timed out|failed to send email: Timeout was reached|CRITICAL - Socket timeout|network_failure, ?[^,}]*, ?\{:?error, ?:?timeout|<\*\* Timeout \(\d+ secs\) waiting for server response|server response timeout|connection to Outgoing server \(SMTP\) \S+ timed out|Connection to "[^"]*:\d+" timed out/,
  specimen: 'Unhandled exception. System.Net.Mail.SmtpException: The operation has timed out.',
  strength: 'suggests',
  alternative: true,
};

/** Thunderbird: the server is not there, or refuses. */
export const thunderbirdCannotConnect: LogSign = {
  pattern: /connecting to Outgoing server \(SMTP\) \S+ failed/,
  specimen:
    'An error occurred sending mail: The message could not be sent because connecting to Outgoing server (SMTP) mail.example.test failed.',
  strength: 'suggests',
  alternative: true,
};

/** Newer versions of curl, which do not say whether the connection was refused or had no way there. */
export const curlCannotConnect: LogSign = {
  pattern: /Failed to connect to \S+ port (?:25|465|587|1025|2525)\b.*Could(?:n't| not) connect to server/,
  specimen: "curl: (7) Failed to connect to mail.example.test port 587 after 3 ms: Couldn't connect to server",
  strength: 'suggests',
  alternative: true,
};

/** The server hangs up: instead of a greeting, or at a login that it does not take. */
export const hungUp: LogSign = {
  // Python; MailKit; Nodemailer; swaks; msmtp; Symfony Mailer; Ruby; Go.
  pattern:
    /(?:SMTPServerDisconnected\("|(?:SMTPServerDisconnected|[Ff]ailed to send (?:the )?e-?mail|[Ee]rror sending e-?mail): )Connection unexpectedly closed|The SMTP server has unexpectedly disconnected|Error: (?:Unexpected socket close|Connection closed unexpectedly)|\*\*\* Remote host closed connection unexpectedly|MessagingException: (?:Exception reading response|\[EOF\])|response error, incomplete response|create SMTP client: EOF|to send (?:notification|e?mail|message).*: EOF\b|could not send email \d+: EOF\b|Expected response code "?(?:235|250|334|354)"? but got (?:an empty response|empty code|code "", with message "")|the server sent an empty reply|Connection to "[^"]*:\d+" has been closed unexpectedly|^(?:\[?Error: )?read ECONNRESET\b|^EOFError: end of file reached|(?:read|write) tcp \S+->\S+:(?:25|465|587|1025|2525): (?:read|write): (?:connection reset by peer|broken pipe)/,
  specimen: 'MailKit.Net.Smtp.SmtpProtocolException: The SMTP server has unexpectedly disconnected.',
  strength: 'suggests',
  alternative: true,
};

/** .NET rejects a certificate, and another line says why. */
export const certificateRejected: LogSign = {
  pattern:
    /The server's SSL certificate could not be validated for the following reasons|The remote certificate was rejected by the provided RemoteCertificateValidationCallback/,
  specimen:
    'System.Security.Authentication.AuthenticationException: The remote certificate was rejected by the provided RemoteCertificateValidationCallback.',
  strength: 'suggests',
  alternative: true,
};

/** What begins behind a 220 to STARTTLS fails, and nobody says why: PEAR’s Net_SMTP; Symfony Mailer; Swift Mailer; PHPMailer; Laminas; lettre. */
export const handshakeBehindStarttls: LogSign = {
  pattern:
    /STARTTLS failed \([Cc]ode: 220|SMTP Error \(220\): |Unable to (?:connect|start) (?:with|TLS) ?(?:STARTTLS|TLS encryption)|SMTP Error: Could not (?:start|connect|begin) TLS|Unable to connect via TLS\b|\bsending email\. handshake error$|^STARTTLS failed$/,
  specimen: 'authentication failure [SMTP: STARTTLS failed (code: 220, response: 2.0.0 Ready to start TLS)]',
  strength: 'suggests',
  alternative: true,
};

/** A handshake ends with an alert that says no more than that something is not there in both. */
export const nothingInCommon: LogSign = {
  // Java; Python; Node.js; Go; Ruby; .NET on Windows.
  pattern:
    /Received fatal alert: handshake_failure|\[SSL: SSLV3_ALERT_HANDSHAKE_FAILURE\]|write EPROTO .*alert handshake failure|remote error: tls: handshake failure|SSL_connect returned=1 .*alert handshake failure|SSL operation failed with code 1\..*alert handshake failure|^error:[0-9A-F]{8}:SSL routines:[^:]*:(?:sslv3|ssl\/tls) alert handshake failure$|do not possess a common algorithm/,
  specimen: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure',
  strength: 'suggests',
  alternative: true,
};

/** MailKit says so only where the client began with TLS, at a port for STARTTLS, and got no certificate. */
export const portForClear: LogSign = {
  pattern: /When connecting to an SMTP service, port (?:25|587) is typically reserved for plain-text connections/,
  specimen:
    'When connecting to an SMTP service, port 587 is typically reserved for plain-text connections. If you intended to connect to SMTP on the SSL port, try connecting to port 465 instead.',
  strength: 'names',
  alternative: true,
};

/** The other side hangs up in the handshake: it does not like the version, or does not speak TLS there. */
export const handshakeEnds: LogSign = {
  // Node.js; Java; Python; Ruby; PHP; gnutls-cli and msmtp.
  pattern:
    /Client network socket disconnected before secure TLS connection was established|Remote host (?:terminated the handshake|closed connection during handshake)|\[SSL: UNEXPECTED_EOF_WHILE_READING\]|SSLEOFError: EOF occurred in violation of protocol|SSL_connect SYSCALL returned=5 errno=0|\(\): SSL: (?:Handshake timed out|Connection reset by peer)|(?:\*\*\* [A-Z]?\w+ (?:error|has failed)|TLS handshake failed): (?:The TLS connection was non-properly terminated|Error in the pull function)/,
  specimen: 'Error: Client network socket disconnected before secure TLS connection was established',
  strength: 'suggests',
  alternative: true,
};

/** Postfix’s words, without the address, which a page takes for a tag or the program leaves out. */
export const relayAccessDenied: LogSign = {
  pattern:
    /^(?!.* said: ).*: (?:554|454) (?:[45]\.7\.1 )?Relay access denied|^curl: \(55\) RCPT failed: 55[0-4]$|The following recipients failed: .*(?:Relay access denied|[Rr]elay not permitted|Unable to relay|Relaying denied)/,
  specimen: 'Error: Message failed: 554 5.7.1 Relay access denied',
  strength: 'suggests',
  alternative: true,
};

/** A web host’s server greets a program: its own customers, or whoever it has redirected. */
export const webHostGreets: LogSign = {
  pattern: /220-We do not authorize the use of this system to transport unsolicited/,
  specimen: 'SMTP INBOUND: "220-We do not authorize the use of this system to transport unsolicited,"',
  strength: 'suggests',
  alternative: true,
};

/** A password is given, and relaying is refused as to a stranger. */
export const relayingDenied: LogSign = clientGets(
  /55[0-4][ -](?:5\.7\.\d+ )?(?:\S+ )?(?:[Rr]elaying denied|Unable to relay(?! recipient)|[Rr]elay not permitted|[Rr]elaying not allowed|We do not relay|(?:<[^>]*>: )?Relay access denied|sorry, that domain isn.{1,3}t in my list of allowed rcpthosts)/,
  'error response to RCPT command for x@elsewhere.example: 550 5.7.1 Relaying denied',
  'suggests',
);

/** What QQ says of too many logins, of a wrong password and of a mailbox without SMTP. */
export const systemBusy: LogSign = {
  pattern: /535[- ](?:5\.7\.\d )?(?:Error: authentication failed|Login fail).*system (?:is )?busy/,
  specimen: '535 Error: authentication failed, system busy',
  strength: 'suggests',
  alternative: true,
};

/** Servers of large providers, which no certificate of another has in it. */
const providers =
  'smtp\\.gmail\\.com|smtp-relay\\.gmail\\.com|smtp\\.office365\\.com|smtp-mail\\.outlook\\.com|smtp\\.mail\\.yahoo\\.com|smtp\\.sendgrid\\.net|smtp\\.(?:eu\\.)?mailgun\\.org|smtp\\.zoho\\.\\w+|smtp\\.mail\\.me\\.com|email-smtp\\.[\\w-]+\\.amazonaws\\.com|smtp-relay\\.(?:brevo|sendinblue)\\.com|smtp\\.postmarkapp\\.com|in-v3\\.mailjet\\.com|smtp\\.mandrillapp\\.com|mail\\.gmx\\.net|smtp\\.web\\.de|smtp\\.yandex\\.(?:com|ru)';

/** A certificate of somebody else at the name of a large provider, but for the one that Google has for clients without SNI: PHP; Python; Go; Node.js; Java; Ruby; msmtp. */
export const certificateOfAnother = `(?<!invalid2\\.invalid' )did not match expected CN=.(?:${providers})'|certificate is not valid for '(?:${providers})'|certificate is valid for (?!invalid2).*, not (?:${providers})\\b(?!:\\d)|Hostname/IP does not match certificate's altnames: Host: (?:${providers})\\. is not(?!.*invalid2)|No subject alternative DNS name matching (?:${providers}) found|hostname "(?:${providers})" does not match the server certificate|certificate owner does not match hostname (?:${providers})\\b`;

/** Whoever writes an access list of Exim’s puts words of his own into it. */
export const mayNotSend: LogSign = {
  pattern:
    /\b55[0-4][ -](?:5\.7\.\d+ )?"?(?:Sorry, )?[Yy]ou (?:are|'re) not (?:allowed|permitted|authori[sz]ed) to (?:send|use|relay)\b/,
  specimen: '550 "You are not allowed to send mail here"',
  strength: 'suggests',
  alternative: true,
};

/** Exim’s words as a client tells them; its own log names the recipient before them, and is read by its own mode. */
export const relayNotPermitted: LogSign = {
  pattern: /(?<!RCPT .*)\b[Rr]elay not permitted\b/,
  specimen: '550 relay not permitted',
  strength: 'suggests',
  alternative: true,
};
