import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

// Lines of real servers, where one version says otherwise what the others say.
test.each([
  [
    'msmtp 1.8 with GnuTLS',
    'msmtp: TLS handshake failed: An unexpected TLS packet was received.',
    'client/implicit-tls-at-starttls-port',
  ],
  [
    'Ruby 3.2',
    'rails: OpenSSL::SSL::SSLError: SSL_connect returned=1 errno=0 peeraddr=192.0.2.1:587 state=error: wrong version number',
    'client/implicit-tls-at-starttls-port',
  ],
  [
    '.NET 8',
    'app: System.Security.Authentication.AuthenticationException: Cannot determine the frame size or a corrupted frame was received.',
    'client/implicit-tls-at-starttls-port',
  ],
  [
    'PHP 8',
    'php: stream_socket_client(): SSL operation failed with code 1. OpenSSL Error messages: error:0A00010B:SSL routines::wrong version number',
    'client/implicit-tls-at-starttls-port',
  ],
  [
    'Java 17',
    'java: javax.net.ssl.SSLHandshakeException: The server selected protocol version TLS10 is not accepted by client preferences [TLS13, TLS12]',
    'client/server-tls-too-old',
  ],
  [
    'Python 3.11',
    'python: ssl.SSLError: [SSL: DH_KEY_TOO_SMALL] dh key too small (_ssl.c:1007)',
    'client/dh-key-too-small',
  ],
  ['Go 1.22', 'gitea: remote error: tls: protocol version not supported', 'client/tls-too-old'],
  [
    'Microsoft 365',
    'app: Error: Invalid greeting. response=421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2.',
    'client/tls-too-old',
  ],
  [
    'MailKit 4',
    "jellyfin: The host name did not match the name given in the server's SSL certificate.",
    'client/certificate-not-trusted',
  ],
  [
    '.NET 8',
    'app: The remote certificate is invalid because of errors in the certificate chain: RevocationStatusUnknown, OfflineRevocation',
    'client/revocation-unknown',
  ],
  [
    'PHP 8',
    "php: stream_socket_enable_crypto(): Peer certificate CN=`*.hosting.example' did not match expected CN=`smtp.gmail.com'",
    'client/connection-redirected',
  ],
  [
    'Go 1.22',
    'gitea: x509: certificate is valid for *.hosting.example, hosting.example, not smtp.gmail.com',
    'client/connection-redirected',
  ],
  [
    'Alertmanager 0.27',
    `alertmanager: 'require_tls' is true (default) but "mail.example.test:25" does not advertise the STARTTLS extension`,
    'client/starttls-not-offered',
  ],
  [
    'Jakarta Mail 2',
    'java: jakarta.mail.MessagingException: STARTTLS is required but host does not support STARTTLS',
    'client/starttls-not-offered',
  ],
  [
    'gen_smtp 1.2',
    'app: {:error, :retries_exceeded, {:missing_requirement, "mail.example.test", :tls}}',
    'client/starttls-not-offered',
  ],
  ['SES', 'app: Error: Mail command failed: 530 Must issue a STARTTLS command first', 'client/starttls-demanded'],
  [
    'Python 3.11',
    "app: smtplib.SMTPResponseException: (454, b'4.7.0 TLS not available due to local problem')",
    'client/starttls-fails-on-server',
  ],
  ['msmtp 1.8', 'msmtp: cannot use a secure authentication method', 'client/password-not-sent-in-clear'],
  [
    'Jakarta Mail 2',
    'java: jakarta.mail.AuthenticationFailedException: No authentication mechanisms supported by both server and client',
    'client/no-mechanism-in-common',
  ],
  ['Ruby 3.2', 'rails: ArgumentError: SMTP-AUTH requested but missing user name', 'client/credentials-missing'],
  [
    'System.Net.Mail',
    'app: Command not implemented. The server response was: 5.5.1 Error: authentication not enabled',
    'client/finds-no-auth',
  ],
  [
    'System.Net.Mail',
    'app: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.0 Authentication Required. Learn more at',
    'client/sends-without-login',
  ],
  ['Yandex', 'app: smtp: 503 5.5.4 Error: send AUTH command first.', 'client/sends-without-login'],
  [
    'IONOS',
    "app: smtplib.SMTPAuthenticationError: (535, b'Authentication credentials invalid')",
    'client/login-refused',
  ],
  [
    'lettre 0.11',
    'vaultwarden: permanent error (535): 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
    'client/login-refused',
  ],
  ['curl 8', 'cron: curl: (67) Login denied', 'client/login-refused'],
  ['Node.js 20', 'node: Error: connect ECONNREFUSED ::1:587', 'client/nothing-listens'],
  ['Go 1.22', 'gitea: gomail: could not dial: dial tcp 192.0.2.5:587: i/o timeout', 'client/connection-times-out'],
  [
    'PHPMailer 6',
    'php: SMTP ERROR: Failed to connect to server: php_network_getaddresses: getaddrinfo failed: Name or service not known (0)',
    'client/server-name-not-found',
  ],
  [
    'Jakarta Mail 2',
    'java: jakarta.mail.MessagingException: Could not connect to SMTP host: mail.example.test, port: 465, response: -1',
    'client/no-greeting',
  ],
  ['Debian 12', 'CRON[77]: (CRON) info (No MTA installed, discarding output)', 'client/no-sendmail-program'],
  [
    'msmtp 1.8',
    'sendmail: /root/.msmtprc: contains secrets and therefore must have no more than user read/write permissions',
    'client/password-file-rights',
  ],
  [
    'msmtp 1.8',
    'msmtp: cannot set X509 trust file /etc/ssl/certs/ca-certificates.crt for TLS session: Error while reading file.',
    'client/authorities-missing',
  ],
  [
    'QQ',
    'app: Error: Invalid login: 535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com',
    'relay-client/application-password-wanted',
  ],
  [
    'Microsoft 365',
    "app: smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.')",
    'relay-client/basic-authentication-disabled',
  ],
  [
    'Yahoo',
    "app: smtplib.SMTPAuthenticationError: (535, b'5.7.0 (#AUTH005) Too many bad auth attempts.')",
    'relay-client/logins-limited',
  ],
  [
    'SendGrid',
    'app: Error: Message failed: 550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.',
    'relay-client/sender-not-allowed',
  ],
  ['Yandex', 'app: 553 5.7.1 Sender address rejected: not owned by auth user.', 'relay-client/sender-not-allowed'],
  [
    'Brevo',
    "app: Error: Can't send mail - all recipients were rejected: 525 5.7.1 Unauthorized IP address",
    'relay-client/address-not-registered',
  ],
  [
    'Gmail',
    'app: Error: Data command failed: 550-5.4.5 Daily user sending limit exceeded.',
    'relay-client/sending-limited',
  ],
  [
    'cPanel',
    'app: Error: 550-host.example.test [192.0.2.3] is not permitted to relay through this server without authentication.',
    'client/sends-without-login',
  ],
  [
    'Exim 4',
    'app: SMTP ERROR: EHLO command failed: 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
    'client/helo-refused',
  ],
  [
    'Microsoft 365',
    "app: Error: Invalid login: 535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.",
    'relay-client/basic-authentication-disabled',
  ],
  [
    'Microsoft 365',
    "postfix/smtp[9]: B9612B: to=<bob@example.com>, relay=r[192.0.2.30]:587, delay=1, delays=0/0/1/0, dsn=5.7.139, status=deferred (SASL authentication failed; server r[192.0.2.30] said: 535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.)",
    'relay-client/basic-authentication-disabled',
  ],
  [
    'Symfony Mailer 6',
    'app: Failed to find an authenticator supported by the SMTP server, which currently supports: "xoauth2".',
    'client/no-mechanism-in-common',
  ],
  [
    'SendGrid',
    'app: Error: Message failed: 451 Authentication failed: Maximum credits exceeded',
    'relay-client/sending-limited',
  ],
  [
    'Exim 4.94',
    "exim[53]: 1vNZ2k-000123-AB == alice@example.test R=localuser T=local_delivery defer (-1): Tainted '/var/mail/alice' (file or directory name for local_delivery transport) not permitted",
    'exim/tainted-name',
  ],
  [
    'Exim 4.96',
    "exim[53]: 1vNZ2k-000123-AB == alice@example.test R=dovecot T=dovecot_delivery defer (0): Tainted arg 2 for dovecot_delivery transport command: 'alice@example.test'",
    'exim/tainted-name',
  ],
  [
    'Exim 4.98',
    'exim[53]: 1vNZ2k-000123-AB H=mx.elsewhere.example [2001:db8::25] Network is unreachable',
    'exim/address-family-missing',
  ],
  [
    'Exim 4.92',
    'exim[53]: 1vNZ2k-000123-AB ** bob@elsewhere.example R=dnslookup T=remote_smtp: retry timeout exceeded',
    'exim/given-up',
  ],
  [
    'Exim 4.92',
    'exim[53]: 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host',
    'exim/held-back-by-earlier-failure',
  ],
  [
    'Exim 4.96',
    'exim[53]: sender verify defer for <x@outside.example>: host lookup did not complete',
    'exim/verify-put-off',
  ],
  [
    'Exim 4.84',
    'exim[53]: Failed to get write lock for /var/spool/exim4/db/retry.lockfile: timed out',
    'exim/hints-unusable',
  ],
  [
    'OpenSMTPD 6.8',
    'smtpd[53]: 4842dd1772b7c675 mta error reason=IO Error: Connection refused',
    'opensmtpd/next-server-unreachable',
  ],
  [
    'OpenSMTPD 7.3',
    'smtpd[53]: 4842dd1772b7c675 mta delivery evpid=8a7b6c5d4e3f2a1b from=<alice@example.test> to=<bob@elsewhere.example> rcpt=<-> source="-" relay="elsewhere.example" delay=2s result="TempFail" stat="Temporary failure in MX lookup"',
    'opensmtpd/dns-does-not-answer',
  ],
  [
    'OpenSMTPD 6.4',
    'smtpd[53]: 4842dd1772b7c675 mta event=error reason=IO Error: error:14094438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error',
    'opensmtpd/smarthost-handshake-failed',
  ],
  ['OpenSMTPD 7.0', 'smtpd[53]: warn: table-proc: pipe closed', 'opensmtpd/table-process-ends'],
  [
    'Haraka 3.1',
    "haraka[53]: [ERROR] [-] [core] CN 'mail.example.test' loading got: error:05800074:x509 certificate routines::key values mismatch",
    'haraka/tls-folder-file-unusable',
  ],
  [
    'Haraka 3.0',
    'haraka[53]: [ERROR] [-] [core] tls key /opt/haraka/config/tls_key.pem could not be loaded.',
    'haraka/tls-not-configured',
  ],
  [
    'Sendmail 8.18',
    'sm-mta[41]: NOQUEUE: SYSERR(root): hash map "Alias0": missing map file /etc/mail/aliases.db: No such file or directory',
    'sendmail/map-unusable',
  ],
  [
    'Sendmail 8.14',
    'sm-mta[41]: 6AT: to=<x@elsewhere.example>, delay=00:00:01, mailer=esmtp, pri=30, relay=mail.elsewhere.example. [192.0.2.9], dsn=4.0.0, stat=Deferred: mail.elsewhere.example.: No route to host',
    'sendmail/smarthost-unreachable',
  ],
  [
    'Sendmail 8.17',
    'sm-mta[41]: STARTTLS=client: file /etc/mail/tls/client.key unsafe: Group readable file',
    'sendmail/key-unusable',
  ],
  [
    'Sendmail 8.17',
    'sm-mta[41]: 6AT: Milter (clamav): local socket name /run/clamav/milter.sock unsafe',
    'sendmail/milter-down',
  ],
  [
    'Courier 1.3',
    'courieresmtpd: error,relay=::ffff:198.51.100.7,port=1,msg="400 STARTTLS is required first.",cmd: MAIL FROM:<alice@example.test>',
    'courier/login-demanded',
  ],
  [
    'Dovecot 2.3',
    'dovecot: auth: Fatal: sql: driver not set in configuration file /etc/dovecot/dovecot-sql.conf.ext',
    'dovecot/configuration-error',
  ],
  [
    'Postfix 3.5',
    'postfix/smtpd[63]: warning: connect to TCP map 127.0.0.1:10002: Connection refused',
    'services/database-down',
  ],
  [
    'Postfix 3.10',
    'postfix/smtpd[63]: NOQUEUE: lost connection after AUTH from unknown[198.51.100.7]',
    'client/gone-during-login',
  ],
  [
    'Postfix 3.7',
    'postfix/smtpd[63]: lost connection after AUTH from unknown[198.51.100.7]',
    'client/gone-during-login',
  ],
  [
    'Postfix 3.10',
    'postfix/smtpd[63]: NOQUEUE: timeout after AUTH from unknown[198.51.100.7]',
    'client/silent-during-login',
  ],
  [
    'Postfix 3.10',
    'postfix/smtpd[63]: NOQUEUE: too many errors after AUTH from unknown[198.51.100.7]',
    'limits/too-many-errors',
  ],
  [
    'Postfix 3.10',
    'postfix/master[462]: fatal: file /etc/postfix/main.cf: parameter mail_owner: user postfix has the same user ID 995 as user mailer',
    'permissions/mail-owner-shared',
  ],
  ['Linux-PAM 1.7', 'unix_chkpwd[62]: The password hash "$9$abc" is unknown to libcrypt.', 'saslauthd/hash-unknown'],
  [
    'Sendmail 8.17',
    'sm-mta[41]: 6AT: to=<x@elsewhere.example>, delay=00:00:01, mailer=relay, pri=30, relay=mail.elsewhere.example. [192.0.2.9], dsn=5.0.0, stat=Service unavailable',
    'sendmail/next-server-refuses',
  ],
  [
    'courier-authlib 0.72',
    'authdaemond: failed to connect to mysql server (server=localhost, userid=courier): Access denied',
    'courier/database-fails',
  ],
  [
    'Go 1.22',
    'mailer: tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time',
    'client/certificate-not-trusted',
  ],
  ['Postfix 3.5', 'postfix/smtp[470]: fatal: unknown service: smtp/tcp', 'permissions/chroot-without-services'],
  [
    'Sendmail 8.17',
    'sm-mta[41]: 6AT: AUTH=client, available mechanisms do not fulfill requirements',
    'sendmail/client-plug-ins-missing',
  ],
  ['Postfix 3.7', 'postfix/smtp[643]: fatal: unknown service: submissionx/tcp', 'relay-client/relayhost-malformed'],
  [
    'Postfix 3.7',
    'postfix/smtpd[898]: warning: cidr:/etc/postfix/none is unavailable. open /etc/postfix/none: No such file or directory',
    'relay-refused/table-file-missing',
  ],
  [
    'Postfix 3.7',
    'postfix/smtpd[224]: warning: regexp map /etc/postfix/bad, line 3: no replacement text: using empty string',
    'relay-refused/table-line-unreadable',
  ],
  [
    'Postfix 3.7',
    'postfix/postmap[220]: warning: /etc/postfix/bad, line 1: expected format: key whitespace value',
    'relay-refused/table-line-unreadable',
  ],
  [
    'Postfix 3.7',
    'postfix/smtpd[481]: warning: haproxy read: unrecognized protocol header: EHLO c.example',
    'ports/proxy-header-missing',
  ],
  ['Postfix 3.7', 'postfix/smtpd[409]: warning: Need a server cert to request client certs', 'tls/no-certificate'],
  [
    'Postfix 3.7',
    'postfix/cleanup[809]: warning: mail_queue_enter: create file incoming/879850.809: Permission denied',
    'permissions/queue-folder-closed',
  ],
  [
    'Cyrus SASL 2.1.28',
    'postfix/smtpd[3]: warning: SASL authentication failure: encryption needed to use mechanism',
    'mechanisms/plain-text-forbidden',
  ],
  [
    'Cyrus SASL 2.1.28',
    'postfix/smtpd[3]: warning: SASL authentication failure: CRAM-MD5 does not accept inital data',
    'client/initial-response-not-allowed',
  ],
  [
    'Cyrus SASL 2.1.28',
    'postfix/smtpd[3]: warning: SASL authentication failure: StoredKey mismatch',
    'passwords/wrong-response',
  ],
  [
    'saslauthd 2.1.28',
    'saslauthd[9]: auth_krb5: krb5_get_init_creds_password: -1765328378',
    'saslauthd/kerberos-refuses',
  ],
  ['Dovecot 2.3', 'dovecot: auth: Fatal: Support for GSSAPI not compiled in', 'dovecot/driver-not-built-in'],
  [
    'Dovecot 2.3',
    'dovecot: master: Fatal: Invalid configuration in /etc/dovecot/dovecot.conf: ssl enabled, but ssl_cert not set',
    'dovecot/certificate-not-there',
  ],
  ['docker-mailserver 2', 'postfix/smtpd[1062]: warning: haproxy read: unexpected EOF', 'ports/proxy-header-missing'],
  [
    'OpenSSL 3.0',
    'postfix/smtps/smtpd[7282]: warning: TLS library problem: error:0A000126:SSL routines::unexpected eof while reading:../ssl/record/rec_layer_s3.c:308:',
    'tls/unexpected-eof',
  ],
  [
    'Dovecot 2.3',
    "dovecot: imap-login: Error: Failed to initialize SSL server context: Can't parse DH parameters: error:0906D06C:PEM routines:PEM_read_bio:no start line",
    'dovecot/tls-settings-unusable',
  ],
  [
    'Dovecot 2.2',
    'dovecot: imap-login: Error: auth: connect(login) in directory / failed: Permission denied (euid=112(<unknown>) egid=114(<unknown>) missing +w perm: //login, dir owned by 0:114 mode=0750)',
    'dovecot/login-folder-closed',
  ],
  [
    'OpenSMTPD 6.8',
    'smtpd[53039]: 1f7e23624a5a1c6c smtp disconnected reason="io-error: error:0A080006:SSL routines::EVP lib"',
    'opensmtpd/key-unusable',
  ],
  [
    'Postfix 3.4',
    'postfix/postalias[9]: fatal: unsupported dictionary type: lmdb. Is the postfix-lmdb package installed?',
    'relay-refused/table-type-unsupported',
  ],
  [
    'Postfix with smtpd_delay_reject = no',
    'postfix/smtpd[9]: NOQUEUE: reject: EHLO from client.outside.example[198.51.100.7]: 504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname; proto=SMTP helo=<laptop>',
    'limits/helo-not-fqdn',
  ],
  [
    'Go 1.22',
    'app: x509: certificate has expired or is not yet valid: current time 2026-11-24T10:00:00Z is after 2026-10-01T00:00:00Z',
    'client/certificate-not-trusted',
  ],
  [
    'Dovecot 2.3 with a filter that is none',
    'dovecot: auth: Error: ldap(alice@example.test,192.0.2.7,<w4KyC9goRKisFQAD>): ldap_search("(&(cn=alice)") parsing failed: Bad search filter',
    'dovecot/database-fails',
  ],
  [
    'Jakarta Mail 2',
    "app: Couldn't connect to host, port: mail.example.com, 587; timeout 30000; nested exception is: java.net.UnknownHostException: mail.example.com",
    'client/server-name-not-found',
  ],
  ['gnutls-cli', '*** Fatal error: An unexpected TLS packet was received.', 'client/implicit-tls-at-starttls-port'],
  ['gnutls-cli', '*** Fatal error: Error in the certificate.', 'client/certificate-not-trusted'],
])('a line of %s is known: %s', async (_version, line, id) => {
  const { findings, harmless } = await diagnoseLines(catalogue, [`Nov 26 23:36:13 mail ${line}`]);

  expect([...findings, ...harmless].map(({ mode }) => mode.id)).toEqual([id]);
});
