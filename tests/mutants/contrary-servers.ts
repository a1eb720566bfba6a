import { scryptSync } from 'node:crypto';
import type { Authority, TargetFacts } from '../../helpers/targets/target';
import type { RefusedMechanism } from '../../helpers/targets/try-logins';
import { CertificateAuthority } from '../../helpers/world/certificate-authority';
import { ScriptedServer } from '../unit/smtp/scripted-server';
import { selfSigned } from '../unit/smtp/self-signed';
import { type Contrary, ContraryServer } from './contrary-server';
import type { Notice } from './mutant';
import { OldTlsServer } from './old-tls-server';
import { type HandOn, passingOn } from './passing-on';
import { weakCertificate } from './weak-certificate';

/** A server that is wrong in a way that no setting of Postfix brings about, played by the test, and the checks that notice. */
export interface ContraryMutant {
  readonly name: string;
  /** Undefined where it is the sink itself: a server that relays for everybody, and at once. */
  readonly start?: (handOn: HandOn) => Promise<AsyncDisposable & { readonly port: number }>;
  readonly facts?: Partial<TargetFacts>;
  /** Whether it shows only where everything is tried that can be. */
  readonly thorough?: true;
  /** Where it is known who vouches for it. */
  readonly authority?: Authority;
  readonly noticedBy: readonly Notice[];
}

const plainOn25 = { port: 25, security: 'plain', mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5'] } as const;

/** One port, where everything is: other servers, TLS, logins. */
export const onOnePort: Partial<TargetFacts> = {
  ports: [{ port: 25, role: 'smtp' }],
  starttls: [25],
  logins: [plainOn25],
  authBeforeTls: undefined,
  furthest: 'recipient',
};

const inTlsAtOnce: Partial<TargetFacts> = {
  ports: [{ port: 465, role: 'submissions' }],
  starttls: [],
  logins: [],
};

function answering(answer: Contrary, lineEnd?: RegExp): NonNullable<ContraryMutant['start']> {
  return () => ContraryServer.start(answer, lineEnd);
}

const ehlo = (...keywords: readonly string[]) =>
  ['mail.example.test', ...keywords]
    .map((text, index) => `250${index === keywords.length ? ' ' : '-'}${text}`)
    .join('\n');

const mechanisms = 'AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-256 SCRAM-SHA-256-PLUS XOAUTH2';

const outOfOrder = '503 5.5.1 Need MAIL first';

const agreed = /^(250|235|334) /;

/** Servers that answer the same to right and wrong, and so break one half of the points each. */
export const contraryServers: readonly ContraryMutant[] = [
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
  {
    name: 'a server that offers no mechanism but CRAM-MD5',
    facts: { logins: [{ ...plainOn25, security: 'starttls', mechanisms: ['CRAM-MD5'] }] },
    start: answering((line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('STARTTLS', 'AUTH CRAM-MD5');
      if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls' };
      if (/^AUTH/.test(line)) return `334 ${Buffer.from('<1@mail.example.test>').toString('base64')}`;
      return /^RCPT/.test(line) ? outOfOrder : '235 2.7.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/plain-within-tls$/, expected: 'PLAIN among the mechanisms', saw: 'CRAM-MD5' }],
  },
  {
    name: 'a server that wants TLS first, and does not say so',
    start: answering((line, { inTls }) => {
      if (line === '') return inTls ? '' : '220 mail.example.test';
      if (/^EHLO/.test(line)) return inTls ? ehlo() : ehlo('STARTTLS');
      if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls' };
      if (/^RCPT/.test(line)) return outOfOrder;
      return /^MAIL/.test(line) && !inTls ? '550 5.7.1 No' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/mail-before-tls-530$/, expected: 'MAIL on 25 before TLS: 530', saw: '550 ' }],
  },
  {
    name: 'a server to which AUTH before TLS is a wrong password',
    start: answering((line, { inTls }) => {
      if (line === '') return inTls ? '' : '220 mail.example.test';
      if (/^EHLO/.test(line)) return inTls ? ehlo(mechanisms) : ehlo('STARTTLS');
      if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls' };
      if (/^RCPT/.test(line)) return outOfOrder;
      return /^AUTH/.test(line) && !inTls ? '535 5.7.8 Wrong' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/auth-before-tls-not-there$/, expected: 'AUTH PLAIN before TLS: 504', saw: '535 ' }],
  },
  {
    name: 'a server that remembers within TLS who said EHLO before it',
    facts: { furthest: 'arrival', logins: [{ ...plainOn25, security: 'starttls' }] },
    start: (handOn) => {
      let name: string | undefined;
      const answer: Contrary = (line, { lines, inTls }) => {
        if (line === '') return inTls ? '' : '220 mail.example.test';
        if (/^EHLO/.test(line)) {
          name = line.split(' ')[1];
          return inTls ? ehlo(mechanisms) : ehlo('STARTTLS');
        }
        if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls' };
        if (/^RCPT/.test(line) && !lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
        return /^AUTH/.test(line) ? '235 2.7.0 Welcome' : '250 2.0.0 Ok';
      };
      return ContraryServer.start(
        passingOn(answer, handOn, (lines) => ({ sender: lines.findLast((one) => /^MAIL/.test(one)), name })),
      );
    },
    noticedBy: [
      { checks: /^rfc\/tls-forgets-name$/, expected: /^no \S+ in Received/, saw: /^from t\w+\.\S+ by mail\.example/ },
    ],
  },
  {
    name: 'a server that refuses a second MAIL, and takes its sender',
    facts: { furthest: 'arrival', starttls: [] },
    start: (handOn) => {
      const answer: Contrary = (line, { lines }) => {
        if (line === '' && lines.length === 0) return '220 mail.example.test';
        if (/^EHLO/.test(line)) return ehlo(mechanisms);
        if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
        const isBegun = lines.some((one) => /^MAIL/.test(one));
        if (/^MAIL/.test(line) && isBegun) return '503 5.5.1 No';
        return /^RCPT/.test(line) && !isBegun ? outOfOrder : '250 2.0.0 Ok';
      };
      return ContraryServer.start(
        passingOn(answer, handOn, (lines) => ({ sender: lines.findLast((one) => /^MAIL/.test(one)) })),
      );
    },
    noticedBy: [{ checks: /^rfc\/second-mail-keeps-sender$/, expected: /^it comes from from-/, saw: /^second-\w+@/ }],
  },
  {
    name: 'a server that hangs up on those whom it greets with 554',
    start: () => ScriptedServer.start({ greeting: (socket) => socket.end('554 5.7.1 No\r\n') }),
    noticedBy: [
      {
        checks: /^rfc\/greeting-554-waits-for-quit$/,
        expected: 'NOOP after the greeting 554: a reply',
        saw: /^(end of file|connection reset)/,
      },
    ],
  },
  {
    name: 'a server that calls every mechanism too weak for its user',
    facts: {
      logins: [],
      loginRefused: 'by every mechanism',
      refusedMechanisms: [refusedBecause('534 5.7.9 Authentication mechanism is too weak')],
    },
    start: answering(refusing(() => {})),
    noticedBy: [
      {
        checks: /^rfc\/too-weak-534$/,
        expected: 'another mechanism that lets the user in',
        saw: 'none, and CRAM-MD5 on 25: 534 5.7.9',
      },
    ],
  },
  {
    name: 'a server that promises a mechanism for after a login by PLAIN, and does not keep that',
    facts: { refusedMechanisms: [refusedBecause('432 4.7.12 A password transition is needed')] },
    start: answering((line, said) => {
      if (line === 'AUTH CRAM-MD5') return `334 ${Buffer.from('<1@mail.example.test>').toString('base64')}`;
      if (said.lines.at(-1) === 'AUTH CRAM-MD5') return '432 4.7.12 A password transition is needed';
      return refusing(() => {})(line, said);
    }),
    noticedBy: [{ checks: /^rfc\/transition-432$/, expected: 'AUTH CRAM-MD5 after it: 235', saw: '432 4.7.12' }],
  },
  {
    name: 'a server that waits no longer than a moment',
    thorough: true,
    start: () =>
      ScriptedServer.start({
        replies: {
          RCPT: [outOfOrder],
          EHLO: (socket) => {
            socket.write('250 mail.example.test\r\n');
            setTimeout(() => socket.end('421 4.4.2 Too slow\r\n'), 100);
          },
        },
      }),
    noticedBy: [{ checks: /^rfc\/five-minutes-idle$/, expected: 'five minutes of patience', saw: /^after 0 s 421 / }],
  },
  {
    name: 'a server that wants TLS of everybody',
    start: answering((line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('STARTTLS');
      if (/^RCPT/.test(line)) return outOfOrder;
      return /^MAIL/.test(line) ? '530 5.7.0 Must issue STARTTLS' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/mail-without-tls$/, expected: 'MAIL: not 530', saw: '530 ' }],
  },
  {
    name: 'a server that wants a login, and does not say so',
    start: answering((line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo(mechanisms);
      if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
      if (/^RCPT/.test(line)) return outOfOrder;
      return /^MAIL/.test(line) ? '550 5.7.1 No' : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^rfc\/mail-before-login-530$/, expected: 'MAIL: 530', saw: '550 ' }],
  },
  {
    name: 'a server with an expired certificate for another name, made as in 2005, with a stranger behind it',
    facts: inTlsAtOnce,
    start: () =>
      ScriptedServer.start({
        replies: { RCPT: [outOfOrder] },
        tls: {
          ...weakCertificate,
          cert: `${weakCertificate.cert}\n${selfSigned.cert}`,
          ciphers: 'DEFAULT@SECLEVEL=0',
          minVersion: 'TLSv1',
          SNICallback: (name, done) => done(name.endsWith('.invalid') ? new Error('no such name') : null),
        },
      }),
    noticedBy: [
      { checks: /^tls\/no-tls-1\.0-or-1\.1$/, expected: 'neither TLS 1.0 nor 1.1', saw: 'TLS 1.0, TLS 1.1' },
      { checks: /^tls\/certificate-valid-now$/, expected: 'a certificate of now', saw: /^one from Jan .* 2020/ },
      { checks: /^tls\/certificate-name$/, expected: 'a certificate for mail.example.test', saw: 'CN=other' },
      { checks: /^tls\/certificate-chain-in-order$/, expected: 'a chain', saw: 'out of place: CN=mail' },
      { checks: /^tls\/certificate-key-size$/, expected: 'long enough', saw: 'rsa of 1024 bits' },
      { checks: /^tls\/certificate-signature$/, expected: 'neither MD5 nor SHA-1', saw: 'sha1With' },
      { checks: /^tls\/unknown-name-goes-on$/, expected: 'the handshake goes on', saw: /^(alert|closed|read)/ },
    ],
  },
  {
    name: 'a server whose TLS is of 1996',
    facts: inTlsAtOnce,
    start: () => OldTlsServer.start(),
    noticedBy: [
      { checks: /^tls\/current-version$/, expected: 'TLS 1.2 or 1.3', saw: 'SSL 3.0' },
      { checks: /^tls\/no-ssl-3$/, expected: 'no SSL 3.0', saw: 'SSL 3.0' },
      { checks: /^tls\/no-weak-ciphers$/, expected: 'none of them', saw: 'RC4' },
      { checks: /^tls\/no-anonymous-ciphers$/, expected: 'none of them', saw: 'one of them' },
      { checks: /^tls\/forward-secrecy$/, expected: 'one with (EC)DHE', saw: '0x5' },
      { checks: /^tls\/secure-renegotiation$/, expected: 'the extension renegotiation_info', saw: 'none' },
    ],
  },
  {
    name: 'a server that offers no AUTH within TLS',
    start: answering((line, { inTls }) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return inTls ? ehlo() : ehlo('STARTTLS', mechanisms);
      if (/^RCPT/.test(line)) return outOfOrder;
      return line === 'STARTTLS' ? { reply: '220 2.0.0 Ready', next: 'tls' } : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^tls\/auth-in-tls-too$/, expected: '25: PLAIN LOGIN', saw: 'none' }],
  },
  {
    name: 'a server that hashes passwords of those users alone whom it has',
    facts: { starttls: [], furthest: 'arrival' },
    start: answering(
      refusing((line) => {
        if (!isAboutNobody(line.split(' ').at(-1) ?? '')) scryptSync('a password', 'salt', 64);
      }),
    ),
    noticedBy: [
      {
        checks: /^attacks\/time-tells-no-users$/,
        expected: 'no difference in time between known and unknown users',
        saw: /^\d+\.\d ms against \d+\.\d ms/,
      },
    ],
  },
  {
    name: 'a server that lets passwords be guessed for ever',
    facts: { starttls: [], furthest: 'arrival' },
    start: answering(refusing(() => {})),
    noticedBy: [
      {
        checks: /^attacks\/guessing-is-limited(-by-address)?$/,
        expected: 'a limit to 12 guesses',
        saw: '12 answers of 535',
      },
    ],
  },
  {
    name: 'a server that locks out the user at whose password was guessed',
    facts: { starttls: [], furthest: 'arrival' },
    start: () => {
      let guesses = 0;
      const usual = refusing(
        () => {
          guesses++;
        },
        (line) => saidIn(line).endsWith('\0bob\0correct-horse-bob'),
      );
      return ContraryServer.start((line, said) =>
        /^AUTH/.test(line) && guesses > 5 ? '535 5.7.8 Locked' : usual(line, said),
      );
    },
    noticedBy: [
      {
        checks: /^attacks\/guessing-locks-nobody-out$/,
        expected: 'AUTH PLAIN after them, from elsewhere: 235',
        saw: '535 5.7.8 Locked',
      },
    ],
  },
  {
    name: 'a server that tells for ever who has an account',
    thorough: true,
    facts: { starttls: [], furthest: 'arrival' },
    start: answering((line, { lines }) => {
      if (line === '' && lines.length === 0) return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo();
      if (!/^RCPT/.test(line)) return '250 2.0.0 Ok';
      if (!lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
      return /alice@/.test(line) ? '250 2.1.5 Ok' : '550 5.1.1 No such user';
    }),
    noticedBy: [
      { checks: /^attacks\/asking-for-users-is-limited$/, expected: 'a limit to 12 names', saw: '12 refusals' },
    ],
  },
  {
    name: 'a server that lets in by EXTERNAL whoever asks for it',
    facts: { logins: [{ ...plainOn25, security: 'starttls' }] },
    authority: {
      root: selfSigned.cert,
      forUser: (name) => new CertificateAuthority().forUser(name),
      forgedFor: (name) => new CertificateAuthority().forUser(name),
    },
    start: answering((line, { lines, inTls }) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return inTls ? ehlo('AUTH EXTERNAL') : ehlo('STARTTLS');
      if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
      if (/^RCPT/.test(line) && !lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
      return line === 'STARTTLS' ? { reply: '220 2.0.0 Ready', next: 'tls' } : '250 2.0.0 Ok';
    }),
    noticedBy: [
      {
        checks: /^mechanisms\/external$/,
        expected: 'AUTH EXTERNAL by a certificate of another authority: a refusal',
        saw: '235 ',
      },
    ],
  },
  {
    name: 'a server that relays whatever it is told',
    facts: { ports: [{ port: 25, role: 'smtp' }], starttls: [], logins: [], furthest: 'arrival' },
    noticedBy: [{ checks: /^open-relay\/shape-/, expected: 'nothing reaches the sink', saw: 'a message to ' }],
  },
  {
    name: 'a server that obeys within TLS what was said in clear',
    facts: {
      ports: [
        { port: 25, role: 'smtp' },
        { port: 587, role: 'submission' },
      ],
      starttls: [25, 587],
    },
    start: answering((line, { inTls }) => {
      if (line === '') return inTls ? '' : '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('STARTTLS');
      if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls, obeying' };
      return /^(NOOP|QUIT)/.test(line) ? '250 2.0.0 Ok' : '500 5.5.1 No';
    }),
    noticedBy: [
      { checks: /^attacks\/starttls-injection-on-/, expected: 'the first reply within TLS: that to EHLO', saw: '500 ' },
    ],
  },
  {
    name: 'a server to which anything ends a line, and NULs are nothing',
    facts: { configuration: 'own', furthest: 'handed over', starttls: [] },
    start: answering((line, { lines }) => {
      if (line === '' && lines.length === 0) return '220 mail.example.test';
      const bare = (text: string) => text.replaceAll('\0', '');
      const inMessage = lines.lastIndexOf('DATA') > lines.findLastIndex((one) => bare(one) === '.');
      if (inMessage) return bare(line) === '.' ? '250 2.0.0 Queued' : '';
      if (/^EHLO/.test(line)) return ehlo(mechanisms);
      if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
      if (line === 'QUIT') return '221 2.0.0 Bye';
      if (/^RCPT/.test(line) && !lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
      return line === 'DATA' ? '354 Go ahead' : '250 2.0.0 Ok';
    }, /\r\n|\n|\r/),
    noticedBy: [
      {
        checks: /^attacks\/end-of-data-(?!in-pieces|of-trusted-client)/,
        expected: 'one reply to what is one message',
        saw: /^[2-9]: 250 /,
      },
      {
        checks: /^attacks\/end-of-data-(in-pieces|of-trusted-client)$/,
        expected: 'CR . CR: one reply to what is one message',
        saw: /^CR \. CR: [2-9]: 250 /,
      },
    ],
  },
  {
    name: 'a server to which names are patterns, and passwords parts of a query',
    facts: { starttls: [], furthest: 'arrival' },
    start: answering(
      refusing(
        () => {},
        (line) => /^[^\0]*\0(bob|bo[%*_?]|bob' or .*)\0correct-horse-bob$|' or '1'='1$/.test(saidIn(line)),
      ),
    ),
    noticedBy: [
      { checks: /^attacks\/names-are-no-patterns$/, expected: 'AUTH PLAIN as bo%: a refusal', saw: '235 ' },
      {
        checks: /^attacks\/names-are-no-patterns$/,
        expected: `AUTH PLAIN with the password "x' or '1'='1": a refusal`,
        saw: '235 ',
      },
    ],
  },
  {
    name: 'a server in which the next login finds what one that failed has left',
    facts: { starttls: [] },
    start: () => {
      // Of each mechanism the first exchange is the right one, and the second one is not.
      const exchanges = new Map<string, number>();
      return ContraryServer.start((line, { lines }) => {
        if (line === '' && lines.length === 0) return '220 mail.example.test';
        if (/^EHLO/.test(line)) return ehlo(mechanisms);
        if (/^RCPT/.test(line)) return outOfOrder;
        const [, name] = /^AUTH (\S+-MD5)$/.exec(line) ?? [];
        if (name !== undefined) {
          exchanges.set(name, (exchanges.get(name) ?? 0) + 1);
          return `334 ${Buffer.from('realm="x",nonce="n",qop="auth"').toString('base64')}`;
        }
        const [, last] = /^AUTH (\S+-MD5)$/.exec(lines.at(-1) ?? '') ?? [];
        if (last === undefined) return '250 2.0.0 Ok';
        return exchanges.get(last) === 2 ? '535 5.7.8 Wrong' : '235 2.7.0 Welcome';
      });
    },
    noticedBy: [
      {
        checks: /^attacks\/failed-\S+-leaves-nothing$/,
        expected: 'with the right answer to the first challenge: a refusal',
        saw: '235 ',
      },
    ],
  },
  {
    name: 'a server that says who has an account',
    facts: { starttls: [] },
    start: () => {
      // The first login by each mechanism is the right one.
      const welcomed = new Set<string>();
      return ContraryServer.start((line, { lines }) => {
        if (line === '' && lines.length === 0) return '220 mail.example.test';
        if (/^EHLO/.test(line)) return ehlo(mechanisms);
        if (/^RCPT/.test(line)) return outOfOrder;
        if (/^(VRFY|EXPN)/.test(line)) return line.includes('nobody-of') ? '550 5.1.1 No such user' : '252 2.0.0 Ok';
        if (/^(NOOP|RSET|QUIT)/.test(line)) return '250 2.0.0 Ok';
        const [, name = ''] = /^AUTH (\S+)/.exec([...lines, line].findLast((one) => /^AUTH/.test(one)) ?? '') ?? [];
        const isUnknown = [...lines.slice(-1), line].some((one) => isAboutNobody(one.split(' ').at(-1) ?? ''));
        if (line === 'AUTH LOGIN') return '334 VXNlcm5hbWU6';
        if (lines.at(-1) === 'AUTH LOGIN') return '334 UGFzc3dvcmQ6';
        if (/^AUTH SCRAM/.test(line) && !isUnknown) return '334 cj14';
        if (/^AUTH \S+-MD5/.test(line))
          return `334 ${Buffer.from('realm="x",nonce="n",qop="auth"').toString('base64')}`;
        if (!isUnknown && !welcomed.has(name)) return welcomed.add(name) && '235 2.7.0 Welcome';
        return isUnknown ? '535 5.7.8 No such user' : '535 5.7.8 Wrong password';
      });
    },
    noticedBy: [
      {
        checks: /^attacks\/(plain|login|(cram|digest)-md5)-tells-no-users$/,
        expected: 'the answer to an unknown user: 535 5.7.8 Wrong password',
        saw: '535 5.7.8 No such user',
      },
      { checks: /^attacks\/scram-tells-no-users$/, expected: 'a challenge for an unknown user', saw: '535 ' },
      { checks: /^attacks\/vrfy-tells-no-users$/, expected: 'VRFY of nobody as of a user', saw: '550 ' },
    ],
  },
];

/** Lets in who has the right password, and whoever else it is told to. */
function refusing(before: (line: string) => void, letsIn: (line: string) => boolean = () => false): Contrary {
  return (line, { lines }) => {
    if (line === '' && lines.length === 0) return '220 mail.example.test';
    if (/^EHLO/.test(line)) return ehlo(mechanisms);
    if (/^RCPT/.test(line)) return outOfOrder;
    if (!/^AUTH/.test(line)) return '250 2.0.0 Ok';
    if (saidIn(line).endsWith('\0alice\0correct-horse-alice') || letsIn(line)) return '235 2.7.0 Welcome';
    before(line);
    return '535 5.7.8 Wrong';
  };
}

/** CRAM-MD5, as it was answered when the server was looked at. */
function refusedBecause(reply: string): RefusedMechanism {
  const [, code, enhanced = '', text = ''] = /^(\d+) (\S+) (.*)$/.exec(reply) ?? [];
  const answer = { kind: 'reply', code: Number(code), enhanced, lines: [`${enhanced} ${text}`] } as const;
  return { name: 'CRAM-MD5', words: `CRAM-MD5 on 25: ${reply}`, answer };
}

/** What the last word of a line is in base64. */
function saidIn(line: string): string {
  return Buffer.from(line.split(' ').at(-1) ?? '', 'base64').toString();
}

function isAboutNobody(word: string): boolean {
  return saidIn(word).includes('nobody-of-that-name');
}
