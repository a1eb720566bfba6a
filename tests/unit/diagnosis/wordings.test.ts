import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

// Lines of real servers, where one version says otherwise what the others say.
test.each([
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
])('a line of %s is known: %s', async (_version, line, id) => {
  const { findings, harmless } = await diagnoseLines(catalogue, [`Nov 26 23:36:13 mail ${line}`]);

  expect([...findings, ...harmless].map(({ mode }) => mode.id)).toEqual([id]);
});
