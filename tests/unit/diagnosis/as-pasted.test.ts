import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { pastedLog } from '../../../helpers/diagnosis/log/pasted-lines';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const idsIn = async (...lines: readonly string[]) => {
  const { findings } = await diagnose(catalogue, { logs: [pastedLog('a paste', lines.join('\n'))], facts: noFacts });
  return findings.map(({ mode }) => mode.id);
};

const bounced =
  'postfix/smtp[19]: 50E8A2AFEA7: to=<bob@example.org>, relay=smtp.gmail.com[203.0.113.109]:587, delay=1, delays=0/0/1/0, dsn=5.5.1, status=bounced (host smtp.gmail.com[203.0.113.109] said: 530-5.5.1 Authentication Required.';

describe('what pages and people make of a line', () => {
  test.each([
    [
      'the process is hidden',
      [
        'postfix/smtpd[...]: warning: SASL authentication failure: cannot connect to saslauthd server: Permission denied',
      ],
      'saslauthd/not-accessible',
    ],
    [
      'a daemon without its syslog_name',
      ['smtp[26]: warning: SASL authentication failure: No worthy mechs found'],
      'relay-client/plug-ins-missing',
    ],
    [
      'a command, as the shell shows it',
      ['postmap: warning: /etc/postfix/sasl_passwd, line 1: expected format: key whitespace value'],
      'relay-refused/table-line-unreadable',
    ],
    [
      'as Apple’s NSLog writes it, with a thread',
      ['2026-11-24 23:49:37.222792+0100 MailApp[32504:3732305] No worthy mechs found'],
      'client/no-mechanism-in-common',
    ],
    [
      'a page hides the address',
      ['NOQUEUE: reject: RCPT from localhost[::1]: 454 4.7.1 [email protected]: Relay access denied;'],
      'relay-refused/ipv6-client-outside-mynetworks',
    ],
    [
      'all of it in the marks of italics',
      ['_javax.mail.AuthenticationFailedException: 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6_'],
      'dovecot/wrong-password',
    ],
    [
      'a bracket behind a mark of escape',
      [
        "exception with message '5.7.1 \\<alice@example.com>: Sender address rejected: not owned by user bob@example.com",
      ],
      'relay-refused/sender-not-owned',
    ],
    [
      'several lines as one piece of code',
      ['`warning: /etc/postfix/sasl_passwd.db: duplicate entry: "[smtp.example.net]:587"', 'and more`'],
      'relay-refused/table-entry-twice',
    ],
    [
      'the words of an error in the middle of a sentence',
      [
        'The test works, but in the queue it says server a.example.net[192.0.2.4] offered no compatible authentication mechanisms for this type of connection security',
      ],
      'relay-client/mechanism-filter',
    ],
    [
      'a page makes links of what is none',
      [
        '<[bob@example.org](mailto:bob@example.org)>: host [mx.example.org](http://mx.example.org)[192.0.2.9] said:',
        '    503 5.5.1 You must authenticate first. (in reply to MAIL FROM command)',
      ],
      'relay-client/login-not-enabled',
    ],
    [
      'a page shows marks that were to be none',
      [
        'TLS error on connection from mx.example.org \\[203.0.113.11\\] (gnutls\\_handshake): A TLS fatal alert has been received.',
      ],
      'exim/handshake-failed',
    ],
    [
      'all of it is behind marks of comments',
      [
        '# File "smtplib.py", line 697, in login',
        '# smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported by server.',
        '#',
      ],
      'client/finds-no-auth',
    ],
    [
      'two lines have run together, of which one ends a login',
      [
        'Nov 24 23:49:37 mail postfix/smtpd[16]: warning: SASL authentication failure: no user in db Nov 24 23:49:37 mail postfix/smtpd[16]: warning: unknown[203.0.113.9]: SASL NTLM authentication failed: authentication failure',
      ],
      'mechanisms/md5-with-saslauthd',
    ],
    ['what a next server said is cut off', [`${bounced} Learn m`], 'relay-client/login-not-enabled'],
    [
      'the same within the words of Postfix',
      [`${bounced} Learn more (in reply to MAIL FR`],
      'relay-client/login-not-enabled',
    ],
    [
      'only why it was put off again',
      ['(delivery temporarily suspended: Server certificate not verified)'],
      'relay-client/certificate-of-another-name',
    ],
    [
      'a bounce, without its brackets',
      ['bob@example.org: Server certificate not trusted'],
      'relay-client/dane-mismatch',
    ],
    [
      'why an attempt has failed, before what becomes of the mail',
      [
        'postfix/smtp[26]: AC58811F876: SASL authentication failed; cannot authenticate to server smtp.gmail.com[203.0.113.109]: bad protocol / cancel',
      ],
      'relay-client/token-not-renewed',
    ],
    [
      'a bounce of Exim, folded',
      [
        '    SMTP error from remote mail server after RCPT TO:<bob@example.org>:',
        '    553 5.7.1 <alice@example.test>: Sender address rejected:',
        '    not logged in',
      ],
      'relay-refused/sender-not-logged-in',
    ],
    [
      'a time within a reply',
      ['530 5.7.57 Client not authenticated to send mail. [FR5P.OUTLOOK.COM 2026-11-24T10:39:31.988Z 08DC]'],
      'client/sends-without-login',
    ],
    [
      'Dovecot’s own file, with the level',
      [
        'Nov 24 23:49:37 submission-login: Info: Disconnected: Connection closed: SSL_accept() failed: error:0A000102:SSL routines::unsupported protocol (no auth attempts in 15 secs): user=<>, rip=198.51.100.10, lip=192.0.2.1, lport=465, TLS handshaking',
      ],
      'dovecot/handshake-failed',
    ],
    [
      'as Postfix 1.1 said it',
      ['554 <bob@example.org>: Recipient address rejected: Relay access denied'],
      'relay-refused/not-logged-in',
    ],
    [
      'without the sender',
      ['553 5.7.1 Sender address rejected: not owned by user alice@example.test'],
      'relay-refused/sender-not-owned',
    ],
    [
      'what only goes with a mail’s end',
      [
        'server smarthost.example.test[192.0.2.30] offered no compatible authentication mechanisms for this type of connection security',
      ],
      'relay-client/mechanism-filter',
    ],
    [
      'the reason stands in the next line',
      [
        'postfix/smtpd: warning: SASL CRAM-MD5 authentication failed:',
        'bad protocol / cancel, sasl_username=(unavailable)',
      ],
      'mechanisms/md5-with-saslauthd',
    ],
    [
      'an answer to EHLO without the ends of its lines',
      [
        'SERVER -> CLIENT: 250-mail.example.net Hello client [203.0.113.9]250-SIZE 52428800250-AUTH GSSAPI NTLM250 HELP',
        'CLIENT -> SERVER: QUIT',
      ],
      'client/no-mechanism-in-common',
    ],
    [
      'the reason of a program in Java, in a line of its own',
      [
        'javax.mail.MessagingException: Could not connect to SMTP host: mail.example.com, port: 25;',
        '  nested exception is:',
        '        java.net.ConnectException: Connection timed out (Connection timed out)',
      ],
      'client/connection-times-out',
    ],
    [
      'a list’s refusal without what the list says, by which one could tell why',
      ['550 5.7.1 Service unavailable; client [xxx.xxx.xxx.xxx] blocked using zen.spamhaus.org'],
      'dns/list-refuses-open-resolver',
    ],
  ])('%s', async (_what, lines, id) => {
    expect(await idsIn(...lines)).toContain(id);
  });

  test('a token that is refused in the words for a password is no wrong password', async () => {
    const refused = [
      'CLIENT -> SERVER: AUTH XOAUTH2 dXNlcj1h',
      'SERVER -> CLIENT: 535-5.7.8 Username and Password not accepted.',
    ];

    expect(await idsIn(...refused)).toEqual(['relay-client/token-not-taken']);
  });

  test('three dots at the end of a sentence are no cut', async () => {
    expect(await idsIn('only send the mails to your own email address...')).toEqual([]);
  });

  test('settings that are switched off are no log', async () => {
    expect(await idsIn('# relayhost = mail', '# mynetworks = 127.0.0.0/8', '# smtpd_sasl_auth_enable = yes')).toEqual(
      [],
    );
  });
});
