import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { pastedLog } from '../../../helpers/diagnosis/log/pasted-lines';
import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const diagnosed = (text: string) => diagnose(catalogue, { logs: [pastedLog('a paste', `${text}\n`)], facts: noFacts });
const idsIn = async (text: string) => (await diagnosed(text)).findings.map(({ mode }) => mode.id);

describe('a piece of a line is read as what it may have been', () => {
  test.each([
    ['without the level before it', 'no SASL authentication mechanisms', 'no-mechanisms/plug-ins-missing'],
    [
      'what stands in parentheses',
      '(TLS is required, but was not offered by host smarthost.example.test[192.0.2.30])',
      'relay-client/tls-not-offered',
    ],
    [
      'the same without them',
      'TLS is required, but was not offered by host smarthost.example.test[192.0.2.30]',
      'relay-client/tls-not-offered',
    ],
    [
      'a connection that Postfix could not make, without the process: port 25 is no LMTP',
      'connect to mx.example.com[192.0.2.30]:25: Connection refused',
      'relay-client/relayhost-does-not-answer',
    ],
    [
      'the same as before Postfix 2.6',
      'connect to mx.example.com[192.0.2.30]: No route to host (port 25)',
      'relay-client/relayhost-does-not-answer',
    ],
    [
      'a login that failed before and is not tried again',
      'SASL [CACHED] authentication failed; server smtp.example.net[192.0.2.30] said: 535 Error: authentication failed',
      'relay-client/wrong-password',
    ],
    [
      'why Postfix, too, does not trust a certificate, which its client says as others do',
      'certificate verification failed for smtp.example.net[192.0.2.30]:587: unable to verify the first certificate',
      'relay-client/certificate-not-trusted',
    ],
    ['the words of a reply', 'Sender address rejected: not logged in', 'relay-refused/sender-not-logged-in'],
    [
      'what local(8) says in a bounce, which no client of Postfix’s says',
      '<bob@example.test>: unknown user: "bob"',
      'delivery/local-user-missing',
    ],
    [
      'the same of a mailbox',
      '<bob@example.test>: cannot update mailbox /var/mail/bob for user bob. unable to create lock file /var/mail/bob.lock: Permission denied',
      'permissions/maildir-not-users',
    ],
    [
      'behind the part of a program that says it',
      '[Mail] A0A52289FFFF0000:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:ssl/record/methods/tlsany_meth.c:80:',
      'client/implicit-tls-at-starttls-port',
    ],
    [
      'a type whose file is missing, in brackets behind it',
      'warning: unsupported dictionary type: mysql (/usr/lib/postfix/postfix-mysql.so: No such file or directory)',
      'relay-refused/table-type-unsupported',
    ],
    [
      'two lines that have run together',
      'SSL_accept error from client.example.test [203.0.113.7] -1 warning: TLS library problem: error:14094416:SSL routines:ssl3_read_bytes:sslv3 alert certificate unknown:../ssl/record/rec_layer_s3.c:1528:SSL alert number 46:',
      'tls/certificate-rejected',
    ],
    [
      'of Dovecot, from behind the user',
      "Password data is not valid for scheme PLAIN-MD5: Input isn't valid base64 encoded data",
      'dovecot/hash-of-another-scheme',
    ],
    [
      'in a string of JSON',
      '{"rc": 1, "stderr": "postmap: warning: /etc/postfix/main.cf, line 51: overriding earlier entry: relayhost=\\npostmap: fatal: bad string length 0 < 1: myhostname = "}',
      'permissions/parameter-malformed',
    ],
    [
      'put off again, for the first reason',
      'Nov 24 23:49:37 mail postfix/error[30183]: 987D910A524: to=<x@elsewhere.example>, relay=none, delay=2, delays=1/1/0/0, dsn=4.7.4, status=deferred (delivery temporarily suspended: TLS is required, but was not offered by host smarthost.example.test[192.0.2.30])',
      'relay-client/tls-not-offered',
    ],
    [
      'put off again, from behind the recipient',
      'relay=none, delay=4, status=deferred (delivery temporarily suspended: conversation with 127.0.0.1[127.0.0.1] timed out while sending end of data -- message may be sent more than once)',
      'delivery/lmtp-server-breaks-off',
    ],
    [
      'a reply’s words, cut off before the name',
      'Sender address rejected: not owned by user',
      'relay-refused/sender-not-owned',
    ],
    [
      'the next server’s reply in an exception of Python',
      "smtplib.SMTPDataError: (550, b'5.7.1 Message rejected due to content')",
      'relay-client/taken-for-spam',
    ],
    [
      'this server’s in an error of Nodemailer',
      'Error: Message failed: 552 5.3.4 Message size exceeds fixed limit',
      'limits/message-size',
    ],
    [
      'its greeting',
      'Error: Invalid greeting. response=554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org',
      'dns/client-listed',
    ],
    [
      'in a value of Rust as it is printed',
      'Send mail error: lettre::transport::smtp::Error { kind: Transient(454), source: "4.7.0 Temporary authentication failure: Connection lost to authentication server" }',
      'dovecot/connection-lost',
    ],
    [
      'with only the second of its codes',
      'err_code=504 err_msg="5.7.4 Unrecognized authentication type"',
      'mechanisms/not-offered',
    ],
    [
      'cut off by an editor',
      'Nov 24 23:49:37 mail postfix/smtps/smtpd[16]: warning: TLS library problem: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown pr$',
      'tls/unknown-protocol',
    ],
    [
      'cut off by a pager',
      'Nov 24 23:49:37 mail postfix/smtpd[16]: warning: SASL authentication failure: cannot connect to saslauthd server: No such fi>',
      'saslauthd/not-running',
    ],
    [
      'in the tags of a forum',
      '[QUOTE=alice]postfix/smtpd[16]: warning: SASL authentication failure: cannot connect to saslauthd server: Permission denied[/QUOTE]',
      'saslauthd/not-accessible',
    ],
    [
      'behind the mark of a comment',
      '# Nov 24 23:49:37 mail postfix/smtpd[16]: warning: SASL authentication failure: cannot connect to saslauthd server: Permission denied',
      'saslauthd/not-accessible',
    ],
    [
      'quoted in a sentence',
      'I get the following error on every boot: “fatal: no SASL authentication mechanisms”',
      'no-mechanisms/plug-ins-missing',
    ],
    [
      'a reply quoted without its code, with a full stop behind it',
      'SMTP Error (451): Failed to add recipient "bob@example.com" (4.3.0 <alice@example.test>: Temporary lookup failure).',
      'services/database-down',
    ],
    [
      'a reply with the sentence’s full stop',
      '451 4.3.5 <bob@example.com>: Recipient address rejected: Server configuration problem.',
      'services/policy-server-down',
    ],
    [
      'what an interface shows of Postfix’s line, without the server that has said it',
      'Error: 550 smtp auth required (in reply to RCPT TO command)',
      'relay-client/login-not-enabled',
    ],
    [
      'with the colons and brackets of a Chinese text',
      '（1）错误：SMTPD：fatal: no SASL authentication mechanisms',
      'no-mechanisms/plug-ins-missing',
    ],
    [
      'qmail’s next server',
      'Remote host said: 553 sorry, relaying denied from your location [198.51.100.83] (#5.7.1)',
      'dns/mx-leads-elsewhere',
    ],
    [
      'lines that a page has run together, with days of one digit',
      '[PHP]Feb 2 10:07:40 mail postfix/smtpd[67]: connect from localhost[127.0.0.1] Feb 2 10:07:40 mail postfix/smtpd[67]: NOQUEUE: reject: RCPT from localhost[127.0.0.1]: 554 5.7.1 <bob@example.org>: Relay access denied; from=<alice@example.test> to=<bob@example.org> proto=ESMTP helo=<mail.example.test> Feb 2 10:07:40 mail postfix/smtpd[67]: lost connection after RCPT from localhost[127.0.0.1]',
      'relay-refused/login-not-permitted',
    ],
    ['Postal’s next server', 'Output: 530 Authentication required', 'dns/mx-leads-elsewhere'],
    ['typed in capitals', 'RELAY ACCESS DENIED', 'relay-refused/not-logged-in'],
  ])('%s', async (_what, text, id) => {
    expect(await idsIn(text)).toContain(id);
  });

  test('a number in a sentence is no reply', async () => {
    expect(await idsIn('The queue had 554 Messages in it when the report was written at 450 Main Street.')).toEqual([]);
  });

  test('what was put off again is the next program’s: smtp’s, or lmtp’s by its socket', async () => {
    const line = (reason: string) =>
      `Nov 24 23:49:37 mail postfix/error[3]: 987D910A524: to=<alice@example.test>, relay=none, delay=2, delays=1/1/0/0, dsn=4.4.1, status=deferred (delivery temporarily suspended: ${reason})`;

    expect(await idsIn(line('connect to mail.example.test[private/dovecot-lmtp]: Connection refused'))).toContain(
      'delivery/lmtp-server-down',
    );
  });

  test('nothing is read into what is no piece of a line of a mail server', async () => {
    expect(await idsIn('The meeting is at ten, please bring the report (and a pen).')).toEqual([]);
    // Its last bracket is no mark of a pager, behind which the line would go on.
    expect(await idsIn('4Q1ABC: resent-message-id=<4711@mail.example.com>')).toEqual([]);
  });

  test('what remains of a known line without its level names nothing else', async () => {
    const wrong: string[] = [];
    for (const { mode, sign, piece } of pieces) {
      const named = (await diagnosed(piece)).findings.filter(({ confidence }) => confidence === 'certain');
      if (named.length > 0 && !named.some((one) => one.mode.id === mode.id)) wrong.push(`${mode.id}: ${sign.specimen}`);
    }

    expect(wrong).toEqual([]);
  });

  test('what remains of a known line without its program names nothing else', async () => {
    const wrong: string[] = [];
    for (const { mode, sign, certain } of await Promise.all(messages)) {
      if (certain.some((id) => id !== mode.id)) wrong.push(`${sign.specimen}: ${certain.join(', ')}`);
    }

    expect(wrong).toEqual([]);
  });

  test('what had to be put to it makes nothing certain', async () => {
    const piece = 'Sender address rejected: not logged in';
    const confidences = async (text: string) => (await diagnosed(text)).findings.map(({ confidence }) => confidence);

    expect(await confidences(piece)).not.toContain('certain');
    expect(
      await confidences(
        `postfix/smtpd[9]: NOQUEUE: reject: RCPT from a.example[198.51.100.7]: 553 5.7.1 <alice@example.test>: ${piece}; from=<alice@example.test> to=<x@b.example> proto=ESMTP helo=<a>`,
      ),
    ).toEqual(['certain']);
  });

  test('what a server and a client of it both write is undecided where neither is told', async () => {
    const line =
      'warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:354:';
    const { findings } = await diagnosed(line);

    expect(findings.map(({ mode, confidence }) => [mode.id, confidence])).toEqual(
      expect.arrayContaining([
        ['tls/clear-text-on-implicit-tls-port', 'possible'],
        ['relay-client/wrapper-mode-at-starttls-port', 'possible'],
      ]),
    );
  });
});

/** What is certain of the message of every sign alone, and was not so of the whole line. */
const messages = catalogue.flatMap((mode) =>
  mode.symptoms.log.map(async (sign) => {
    const { message, program } = unwrapLine(sign.specimen);
    const certainOf = async (text: string) =>
      (await diagnosed(text)).findings.flatMap((finding) =>
        finding.confidence === 'certain' ? [finding.mode.id] : [],
      );
    const alone = program === undefined ? [] : await certainOf(message);
    const whole = alone.length === 0 || alone.includes(mode.id) ? [] : await certainOf(sign.specimen);
    return { mode, sign, certain: alone.filter((id) => !whole.includes(id)) };
  }),
);

/** Lines that name a mode, without their level: the program stays where it tells one mode from another. */
const pieces = catalogue.flatMap((mode) =>
  mode.symptoms.log.flatMap((sign) => {
    const { message, program } = unwrapLine(sign.specimen);
    const piece = `${sign.program ? `${program}[9]: ` : ''}${message.replace(/^(?:warning|fatal|error|panic): /, '')}`;
    return sign.strength === 'names' && /^(?:warning|fatal|error|panic): /.test(message) ? [{ mode, sign, piece }] : [];
  }),
);

describe('where nothing known writes a line, what has its words is shown, and is no finding', () => {
  const unknown = 'could not start listening at port 587, the address is used by others';

  test('the most similar first', async () => {
    const { findings, similar } = await diagnosed(unknown);

    expect(findings).toEqual([]);
    expect(similar.flatMap(({ modes }) => modes.map(({ id }) => id))).toContain('ports/in-use');
    expect(similar[0]?.line).toMatchObject({ line: 1, text: unknown });
  });

  test('beside what is no more than possible', async () => {
    const { findings, similar } = await diagnosed(
      `postfix/smtpd[16]: fatal: no SASL authentication mechanisms\n${unknown}`,
    );

    expect(findings.length).toBeGreaterThan(1);
    expect(similar.map(({ line }) => line.line)).toEqual([2]);
  });

  test('a line that only goes with failures is led to these', async () => {
    const { findings, similar } = await diagnosed(
      'postfix/smtpd[9]: NOQUEUE: milter-reject: CONNECT from unknown[192.0.2.7]: 451 4.7.1 Service unavailable - try again later; proto=SMTP',
    );

    expect(findings).toEqual([]);
    expect(similar.flatMap(({ modes }) => modes.map(({ id }) => id))).toContain('services/milter-down');
  });

  test('where something is certain, only of lines that complain, and three at most', async () => {
    const certain = 'postfix/smtpd[9]: fatal: bad boolean configuration: smtpd_sasl_auth_enable = yes,';
    const complaint = 'postfix/smtpd[9]: warning: cannot bind the socket of the private key: unheard-of trouble';

    expect((await diagnosed(`${certain}\n${unknown}`)).similar).toEqual([]);
    const { similar } = await diagnosed(`${certain}\n${complaint}`);
    expect(similar.map(({ line }) => line.line)).toEqual([2]);
    expect(similar.flatMap(({ modes }) => modes).length).toBeLessThanOrEqual(3);
  });

  test('not for words that every log has', async () => {
    const { similar } = await diagnosed(
      'Nov 24 23:49:37 mail postfix/smtpd[16]: connect from client.example.test[192.0.2.1]',
    );

    expect(similar).toEqual([]);
  });
});
