import type { TargetFacts } from '../../helpers/targets/target';
import type { Contrary } from './contrary-server';
import type { Notice } from './mutant';

/** A server that is wrong in a way that no setting of Postfix brings about, played by the test, and the checks that notice. */
export interface ContraryMutant {
  readonly name: string;
  readonly answer: Contrary;
  readonly facts?: Partial<TargetFacts>;
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

const ehlo = (...keywords: readonly string[]) =>
  ['mail.example.test', ...keywords]
    .map((text, index) => `250${index === keywords.length ? ' ' : '-'}${text}`)
    .join('\n');

const mechanisms = 'AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-256 SCRAM-SHA-256-PLUS XOAUTH2';

const agreed = /^(250|235|334) /;

/** Servers that answer the same to right and wrong, and so break one half of the points each. */
export const contraryServers: readonly ContraryMutant[] = [
  {
    name: 'a server that agrees to everything, and lets everybody in',
    answer: (line, { lines, inTls }) => {
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
    },
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
      { checks: /^rfc\/tls-ends-transaction$/, expected: 'RCPT within TLS: 5yz', saw: agreed },
      { checks: /^rfc\/starttls-within-tls-refused$/, expected: 'STARTTLS within TLS: 5yz', saw: agreed },
      { checks: /^rfc\/mechanism-names$/, expected: 'names of 1 to 20', saw: 'odd.name' },
      { checks: /^rfc\/no-passwords-in-clear$/, expected: 'neither PLAIN nor LOGIN', saw: 'PLAIN LOGIN' },
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
      { checks: /^rfc\/plain-(without-second-nul|with-third-nul|as-another)$/, expected: ': 5yz', saw: '235 ' },
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
      { checks: /^mechanisms\/all-asked$/, expected: 'no mechanism but those', saw: 'ODD.NAME GSSAPI' },
    ],
    facts: { user: { user: 'alice', password: 'correct-horse', host: 'mail.example.test', accessToken: 'token' } },
  },
  {
    name: 'a server that knows hardly anything',
    answer: (line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('VRFY', 'ETRN', 'STARTTLS', 'SIZE 1000', mechanisms);
      if (/^MAIL FROM:<[^>]{1,40}>$/.test(line)) return '250 2.1.0 Ok';
      return '500 5.5.1 No';
    },
    noticedBy: [
      { checks: /^rfc\/(noop|verbs-in-any-case|long-command-line)$/, expected: ': 250', saw: '500 ' },
      { checks: /^rfc\/announced-commands-known$/, expected: ': neither 500 nor 502', saw: '500 ' },
      { checks: /^rfc\/vrfy-252$/, expected: 'VRFY: 250 or 251 or 252', saw: '500 ' },
      { checks: /^rfc\/postmaster-without-domain$/, expected: 'RCPT TO:<Postmaster>: 2yz', saw: '500 ' },
      { checks: /^rfc\/null-sender$/, expected: 'MAIL FROM:<>: 2yz', saw: '500 ' },
      { checks: /^rfc\/source-route-known$/, expected: 'RCPT: not 500', saw: '500 ' },
      { checks: /^rfc\/long-local-part$/, expected: 'MAIL: 2yz', saw: '500 ' },
      { checks: /^rfc\/hundred-recipients$/, expected: 'RCPT a hundred times', saw: '500 ' },
      { checks: /^rfc\/relay-refused-550$/, expected: 'RCPT: 550', saw: '500 ' },
      { checks: /^rfc\/(auth-in-any-case|plain-as-oneself)$/, expected: ': 235', saw: '500 ' },
      { checks: /^rfc\/mail-with-auth-parameter$/, expected: 'MAIL with AUTH=: 2yz', saw: '500 ' },
    ],
  },
  {
    name: 'a server that forgets its transaction over NOOP, and not the size that it refused',
    answer: (line, { lines }) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('SIZE 1000');
      if (/^MAIL/.test(line) && /SIZE=/.test([...lines, line].slice(-2).join())) return '552 5.3.4 Too large';
      if (/^MAIL/.test(line)) return /^MAIL|^NOOP/.test(lines.at(-1) ?? '') ? '503 5.5.1 No' : '250 2.1.0 Ok';
      return /^RCPT/.test(line) ? '503 5.5.1 No' : '250 2.0.0 Ok';
    },
    noticedBy: [
      { checks: /^rfc\/noop-keeps-transaction$/, expected: 'RCPT after them: not 503', saw: '503 ' },
      { checks: /^rfc\/refused-size-is-forgotten$/, expected: 'MAIL without a size after it: 2yz', saw: '552 ' },
    ],
  },
  {
    name: 'a server that wants TLS of everybody',
    answer: (line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('STARTTLS');
      return /^MAIL/.test(line) ? '530 5.7.0 Must issue STARTTLS' : '250 2.0.0 Ok';
    },
    noticedBy: [{ checks: /^rfc\/mail-without-tls$/, expected: 'MAIL: not 530', saw: '530 ' }],
  },
  {
    name: 'a server that wants a login, and does not say so',
    answer: (line) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo(mechanisms);
      return /^MAIL/.test(line) ? '550 5.7.1 No' : '250 2.0.0 Ok';
    },
    noticedBy: [{ checks: /^rfc\/mail-before-login-530$/, expected: 'MAIL: 530', saw: '550 ' }],
  },
];
