import { agreed, answering, type ContraryMutant, ehlo, mechanisms, outOfOrder } from './contrary-mutant';

/** Servers that answer the same to right and wrong, or have an SMTP of their own (RFC 5321). */
export const contrarySessions: readonly ContraryMutant[] = [
  {
    name: 'a server that agrees to everything, and lets everybody in',
    start: answering((line, { lines, inTls }) => {
      if (lines.at(-1) === 'NOOP' && line === 'RCPT TO:<postmaster>') return outOfOrder;
      const isResponse = /^AUTH \S+$/i.test(lines.at(-1) ?? '');
      if (line === '' && lines.length === 0 && !inTls) return '220 !!! hello';
      if (isResponse) return '235 2.7.0 Welcome';
      if (/^EHLO ./.test(line))
        return `${ehlo('PIPELINING', 'SIZE 1000', 'STARTTLS', `${mechanisms} odd.name GSSAPI`)}`.replace(
          'mail.example.test',
          '!!!',
        );
      if (/^HELO/.test(line)) return '250-two\n250 lines';
      if (line === 'STARTTLS' && !inTls) return { reply: '220 2.0.0 Ready', next: 'tls' };
      if (/^AUTH \S+ ./i.test(line)) return '235 2.7.0 Welcome';
      if (/^AUTH/i.test(line)) return '334 <always the same>';
      return '250 2.0.0 Ok';
    }),
    noticedBy: [
      { checks: /^rfc\/(greeting|ehlo)-names-server$/, expected: 'a name or an address literal first', saw: '!!!' },
      { checks: /^rfc\/helo-in-one-line$/, expected: 'one line', saw: '250 two / lines' },
      {
        checks:
          /^rfc\/(unknown-command-(refused|500)|rset-with-argument-501|ehlo-without-name-501|control-character-refused)$/,
        expected: /: 5/,
        saw: agreed,
      },
      {
        checks: /^rfc\/(rcpt-before-mail-503|data-before-(mail|rcpt)-refused|mail-twice-503)$/,
        expected: /: 503/,
        saw: agreed,
      },
      {
        checks: /^rfc\/(mail-without-(from-refused|sender-501)|unknown-parameter-(refused|555)|size-beyond-limit-552)$/,
        expected: /^MAIL.*: 5/,
        saw: agreed,
      },
      { checks: /^rfc\/(rset|ehlo)-ends-transaction$/, expected: 'RCPT after it: 503', saw: agreed },
      { checks: /^rfc\/bare-line-feed-is-no-end-of-line$/, expected: 'one reply to two commands', saw: 'two: 250' },
      { checks: /^rfc\/quit-221-then-closes$/, expected: 'QUIT: 221', saw: agreed },
      { checks: /^rfc\/starttls-with-argument-501$/, expected: 'STARTTLS now: 501', saw: agreed },
      { checks: /^rfc\/tls-ends-transaction$/, expected: 'RCPT within TLS: 503', saw: agreed },
      { checks: /^rfc\/starttls-within-tls-refused$/, expected: 'STARTTLS within TLS: 5yz', saw: agreed },
      { checks: /^rfc\/mechanism-names$/, expected: 'names of 1 to 20', saw: 'odd.name' },
      { checks: /^rfc\/no-passwords-in-clear$/, expected: 'neither PLAIN nor LOGIN', saw: 'PLAIN LOGIN' },
      {
        checks: /^rfc\/(quit|data)-with-argument-501$/,
        expected: / now: 501/,
        saw: agreed,
      },
      {
        checks: /^rfc\/(auth-without-mechanism-501|unknown-mechanism-(refused|504)|auth-before-ehlo-503)$/,
        expected: /^AUTH/,
        saw: /^334 /,
      },
      { checks: /^rfc\/initial-response-(refused|501)$/, expected: 'with a response: 5', saw: '235 ' },
      { checks: /^rfc\/plain-empty-challenge$/, expected: '334 and nothing else', saw: '<always the same>' },
      { checks: /^rfc\/challenges-are-base64$/, expected: 'base64', saw: '<always the same>' },
      { checks: /^rfc\/cram-challenge-is-new$/, expected: 'three challenges that differ', saw: 'the same again' },
      {
        checks: /^rfc\/(cancelled|not-base64|padding-first|padding-inside)-501$/,
        expected: ': 501',
        saw: '235 ',
      },
      {
        checks: /^rfc\/(wrong-password-535|plain-255-octets|plain-utf8|plain-odd-characters)$/,
        expected: ': 535',
        saw: '235 ',
      },
      {
        checks:
          /^rfc\/(plain-(without-second-nul|with-third-nul|as-another|as-nothing)|equals-sign-is-empty-response)$/,
        expected: ': 5yz',
        saw: '235 ',
      },
      { checks: /^rfc\/plain-without-name$/, expected: ': 4yz or 5yz', saw: '235 ' },
      { checks: /^rfc\/login-after-failures$/, expected: 'failure 1: ', saw: '235 ' },
      { checks: /^mechanisms\/scram(-plus)?$/, expected: "the server's proof that it knows the password", saw: 'none' },
      { checks: /^mechanisms\/(scram|scram-plus|tokens)$/, expected: 'with a wrong password: 535', saw: '235 ' },
      { checks: /^mechanisms\/external-without-certificate$/, expected: 'AUTH EXTERNAL =: a refusal', saw: '235 ' },
      {
        checks: /^mechanisms\/\S+-replayed$/,
        expected: 'with the answers of the first session: a refusal',
        saw: '235 ',
      },
      { checks: /^open-relay\/state-/, expected: 'the recipient elsewhere: a refusal', saw: '250 ' },
      { checks: /^attacks\/early-commands-refused$/, expected: 'a refusal, or the end', saw: '250 ' },
      { checks: /^attacks\/http-is-no-mail$/, expected: 'no command obeyed', saw: '250 ' },
      { checks: /^attacks\/xclient-refused$/, expected: /^XCLIENT ADDR=\S+: a refusal$/, saw: '250 ' },
      { checks: /^attacks\/endless-auth-line$/, expected: 'AUTH: a refusal', saw: '235 ' },
      { checks: /^attacks\/user-sends-as-another$/, expected: /^MAIL FROM:<somebody-else\S+ a refusal$/, saw: '250 ' },
      { checks: /^mechanisms\/all-asked$/, expected: 'no mechanism but those', saw: 'ODD.NAME GSSAPI' },
    ],
    facts: { user: { user: 'alice', password: 'correct-horse', host: 'mail.example.test', accessToken: 'token' } },
  },
  {
    name: 'a server that knows hardly anything',
    start: answering((line, { lines }) => {
      if (line === '') return '220 mail.example.test';
      if (lines.filter((one) => /^RCPT/.test(one)).length > 3) return '500 5.5.1 No';
      if (/^EHLO/.test(line)) return ehlo('PIPELINING', 'VRFY', 'ETRN', 'STARTTLS', 'SIZE 1000', mechanisms);
      if (/^(MAIL FROM:<[^>]{1,40}>|RCPT TO:<alice@example\.test>)$/.test(line)) return '250 2.1.0 Ok';
      if (/^AUTH PLAIN /.test(line)) return '235 2.7.0 Welcome';
      return '500 5.5.1 No';
    }),
    noticedBy: [
      { checks: /^rfc\/(noop|verbs-in-any-case|long-command-line)$/, expected: ': 250', saw: '500 ' },
      { checks: /^rfc\/announced-commands-known$/, expected: ': neither 500 nor 502', saw: '500 ' },
      { checks: /^rfc\/null-sender$/, expected: 'MAIL FROM:<>: 2yz', saw: '500 ' },
      { checks: /^rfc\/source-route-known$/, expected: 'RCPT: not 500', saw: '500 ' },
      { checks: /^rfc\/long-local-part$/, expected: 'MAIL: 2yz', saw: '500 ' },
      { checks: /^rfc\/hundred-recipients$/, expected: 'RCPT a hundred times', saw: '500 ' },
      { checks: /^rfc\/long-path$/, expected: 'MAIL of 256 octets: neither', saw: '500 ' },
      { checks: /^rfc\/offered-in-clear-begins$/, expected: 'AUTH LOGIN: 334', saw: '500 ' },
      { checks: /^rfc\/plain-prepared$/, expected: 'a soft hyphen in the password: 235', saw: '500 ' },
      { checks: /^rfc\/(auth-in-any-case|plain-as-oneself)$/, expected: ': 235', saw: '500 ' },
      { checks: /^rfc\/mail-with-auth-parameter$/, expected: 'MAIL with AUTH=: 2yz', saw: '500 ' },
      { checks: /^rfc\/long-auth-parameter$/, expected: 'MAIL with a long AUTH=: 2yz', saw: '500 ' },
      { checks: /^rfc\/commands-behind-plain$/, expected: 'NOOP behind it: 250', saw: '500 ' },
    ],
  },
  {
    name: 'a server that knows neither VRFY nor postmaster, and has codes of its own',
    start: answering((line, { lines }) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo();
      if (line === 'VRFY postmaster') return '500 5.5.1 No';
      if (!/^RCPT/.test(line)) return '250 2.0.0 Ok';
      if (!lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
      return /alice@example\.test/.test(line) ? '250 2.1.5 Ok' : '599 5.7.1 No';
    }),
    noticedBy: [
      { checks: /^rfc\/vrfy-252$/, expected: 'VRFY: 250 or 251 or 252', saw: '500 ' },
      { checks: /^rfc\/postmaster-without-domain$/, expected: 'RCPT TO:<Postmaster>: 2yz', saw: '599 ' },
      { checks: /^rfc\/relay-refused-550$/, expected: 'RCPT: 550', saw: '599 ' },
    ],
  },
  {
    name: 'a server that forgets its transaction over NOOP, and not the size that it refused',
    start: answering((line, { lines }) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('SIZE 1000');
      if (/^MAIL/.test(line) && /SIZE=/.test([...lines, line].slice(-2).join())) return '552 5.3.4 Too large';
      if (/^MAIL/.test(line)) return /^MAIL|^NOOP/.test(lines.at(-1) ?? '') ? '503 5.5.1 No' : '250 2.1.0 Ok';
      return /^RCPT/.test(line) ? '503 5.5.1 No' : '250 2.0.0 Ok';
    }),
    noticedBy: [
      { checks: /^rfc\/noop-keeps-transaction$/, expected: 'RCPT after them: not 503', saw: '503 ' },
      { checks: /^rfc\/refused-size-is-forgotten$/, expected: 'MAIL without a size after it: 2yz', saw: '552 ' },
    ],
  },
  {
    name: 'a server that says more than it is asked',
    start: answering((line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo();
      if (/^RCPT/.test(line)) return outOfOrder;
      return line === 'NOOP' ? '250 2.0.0 Ok\n250 2.0.0 And well' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/one-reply-each$/, expected: 'nothing that nobody asked for', saw: '250 ' }],
  },
  {
    name: 'a server whose replies change their code from line to line',
    start: answering((line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo();
      if (/^RCPT/.test(line)) return outOfOrder;
      return line === 'NOOP' ? '250-2.0.0 Ok\n251 2.0.0 And well' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/one-reply-each$/, expected: 'NOOP: a reply', saw: 'garbage, line 2 has code 251' }],
  },
  {
    name: 'a server that refuses a message for one long line in it',
    facts: { furthest: 'handed over' },
    start: answering((line, { lines }) => {
      if (line === '' && lines.length === 0) return '220 mail.example.test';
      const message = lines.slice(lines.lastIndexOf('DATA') + 1);
      const inMessage = lines.includes('DATA') && !message.includes('.');
      if (inMessage && line !== '.') return '';
      if (inMessage) return message.some((one) => one.length > 990) ? '554 5.6.0 A line is too long' : '250 2.0.0 Ok';
      if (/^EHLO/.test(line)) return ehlo();
      if (/^RCPT/.test(line) && !lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
      return line === 'DATA' ? '354 Go ahead' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/long-text-line$/, expected: 'the message: 2yz', saw: '554 5.6.0' }],
  },
  {
    name: 'a server that cuts every line at 512 octets, within an exchange too',
    start: answering((line, { lines }) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo(mechanisms);
      if (/^RCPT/.test(line)) return outOfOrder;
      if (line === 'AUTH PLAIN') return '334 ';
      if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
      if (lines.at(-1) === 'AUTH PLAIN' && line.length > 512) return '535 5.7.8 Wrong\n500 5.5.2 What is that?';
      return '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/long-exchange-line$/, expected: 'NOOP after it: 250', saw: '500 5.5.2' }],
  },
];
