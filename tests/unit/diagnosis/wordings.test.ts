import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

// Lines of real servers, where one version says otherwise what the others say.
test.each([
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
    'sendmail/smarthost-wants-login',
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
    'dovecot/configuration-error',
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
])('a line of %s is known: %s', async (_version, line, id) => {
  const { findings, harmless } = await diagnoseLines(catalogue, [`Nov 26 23:36:13 mail ${line}`]);

  expect([...findings, ...harmless].map(({ mode }) => mode.id)).toEqual([id]);
});
