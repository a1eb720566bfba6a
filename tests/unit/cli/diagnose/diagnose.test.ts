import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { runDiagnose } from '../../../../helpers/cli/diagnose/diagnose';
import { catalogue } from '../../../../helpers/failure-modes/catalogue';
import type { FailureMode, ServerFacts } from '../../../../helpers/model/failure-mode';
import { harness } from '../../../programs';
import { fixturePath } from '../../diagnosis/fixture-path';
import { caseModes, mode } from '../../diagnosis/sample-modes';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diagnose-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

interface Given {
  readonly modes?: readonly FailureMode[];
  readonly input?: string | Buffer;
}

async function run(argv: readonly string[], { modes = caseModes, input = '' }: Given = {}) {
  const output = { stdout: '', stderr: '' };
  const status = await runDiagnose(argv, {
    modes,
    stdin: Readable.from([Buffer.from(input)]),
    stdout: { write: (text: string) => (output.stdout += text) },
    stderr: { write: (text: string) => (output.stderr += text) },
    env: {},
  });
  return { status, ...output };
}

async function diagnosed(argv: readonly string[], given?: Given) {
  const { status, stdout } = await run([...argv, '--json'], given);
  const { findings, inputs, ...rest } = JSON.parse(stdout);
  const found = findings.map(({ id, confidence }: Record<string, string>) => `${id} ${confidence}`);
  return { status, found, findings, inputs, ...rest };
}

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('a login that saslauthd could not check', () => {
  test.each([
    ...['saslauthd-enoent.log', 'docker-json.log', 'compose.log', 'rfc3339.log', 'stripped.log', 'message-only.log'],
    ...['journal.json', 'journal.export', 'journal-short-iso.log'],
  ])('is found in %s, and nobody is blamed for a wrong password', async (name) => {
    const { status, found, findings } = await diagnosed([fixturePath(name)]);

    expect({ status, found }).toEqual({ status: 1, found: ['saslauthd/not-running certain'] });
    expect(findings[0].evidence[0].text).toContain('cannot connect to saslauthd server');
  });

  test('is found in what comes by standard input, packed or as UTF-16', async () => {
    const log = readFileSync(fixturePath('saslauthd-enoent.log'));
    const utf16 = Buffer.from(`\ufeff${log.toString()}`, 'utf16le');

    for (const input of [log, gzipSync(log), utf16]) {
      expect(await diagnosed(['-'], { input })).toMatchObject({ status: 1, found: ['saslauthd/not-running certain'] });
    }
  });
});

test('a certificate that can not be read is found in pasted messages', async () => {
  expect((await diagnosed([fixturePath('tls-certificate.log')])).found).toEqual(['tls/certificate-unreadable certain']);
});

test('a misspelt restriction is found in log and configuration', async () => {
  const { found, notices } = await diagnosed([fixturePath('restriction-typo.log'), fixturePath('main.cf')]);

  expect(found).toEqual(['restrictions/unknown-name certain']);
  expect(notices.map(({ advice }: { advice: string }) => advice)).toContain('did you mean permit_sasl_authenticated?');
});

test('a rotated set is read in its order, and syslog and mail.err only repeat it', async () => {
  const line = (day: string) =>
    `Nov ${day} 10:00:00 mail postfix/smtpd[3]: NOQUEUE: reject: RCPT: Relay access denied\n`;
  write('var/log/mail.log', line('24'));
  write('var/log/mail.log.1', line('17'));
  write('var/log/mail.log.2.gz', gzipSync(line('10')));
  write('var/log/mail.err', line('24'));
  write('var/log/syslog', line('24'));
  write('etc/postfix/main.cf', 'myhostname = mail.example.test\n');

  const { findings, inputs } = await diagnosed([folder]);

  expect(findings).toMatchObject([{ lines: 3, first: { time: 'Nov 10 10:00:00' }, last: { time: 'Nov 24 10:00:00' } }]);
  expect(inputs.map(({ kind }: { kind: string }) => kind)).toEqual(['main.cf', 'log', 'log', 'log']);
});

test('a copy of /etc alone tells which certificate is not there, and which restriction is misspelt', async () => {
  write('etc/ssl/certs/mail.pem', 'x');
  write(
    'etc/postfix/main.cf',
    `smtpd_tls_cert_file = /etc/ssl/certs/mail.pem
smtpd_tls_key_file = /etc/ssl/private/mail.key
smtp_tls_CAfile = /usr/share/ca.pem
smtpd_client_restrictions = permit_sasl_authentication
`,
  );

  for (const given of [join(folder, 'etc'), folder]) {
    const { notices } = await diagnosed([given]);

    expect(notices.map(({ words }: { words: string }) => words)).toEqual([
      'smtpd_client_restrictions names permit_sasl_authentication, which is no restriction of Postfix',
      'smtpd_tls_key_file names /etc/ssl/private/mail.key, which is not there',
    ]);
  }
});

test('an empty smtpd.conf says that all options have their defaults', async () => {
  const isEmpty = {
    words: 'w',
    look: 'l',
    holds: ({ smtpdConf }: ServerFacts) => smtpdConf?.size === 0,
    alone: 'shows' as const,
  };

  const { found } = await diagnosed([write('sasl2/smtpd.conf', '# nothing\n')], {
    modes: [mode('a', { facts: [isEmpty] })],
  });

  expect(found).toEqual(['a certain']);
});

describe('what can not be read', () => {
  const log = readFileSync(fixturePath('saslauthd-enoent.log'));

  test.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'it is empty'],
    ['a binary', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)), 'it is no text'],
    ['a letter', 'Dear all,\nhow are you?\n', 'it looks neither like a mail log nor like a configuration'],
  ])('%s is said to be so, and ends with 2', async (_what, content, problem) => {
    const { status, inputs } = await diagnosed([write('given', content)]);

    expect({ status, inputs }).toMatchObject({ status: 2, inputs: [{ problem, read: false }] });
  });

  test('a missing file and a directory with nothing in it end with 2', async () => {
    mkdirSync(join(folder, 'empty'));

    const { status, inputs } = await diagnosed([join(folder, 'missing'), join(folder, 'empty')]);

    expect({ status, inputs }).toMatchObject({
      status: 2,
      inputs: [{ problem: 'there is no such file' }, { problem: 'there is nothing in it to read' }],
    });
  });

  test('a gzip file that breaks off is read as far as it goes', async () => {
    const many = Buffer.concat(Array.from({ length: 2000 }, (_, n) => Buffer.concat([log, Buffer.from(`${n * n}\n`)])));
    const packed = gzipSync(many);

    const { status, found, inputs } = await diagnosed([write('maillog.gz', packed.subarray(0, packed.length - 500))]);

    expect({ status, found }).toEqual({ status: 1, found: ['saslauthd/not-running certain'] });
    expect(inputs[0].problem).toBe('the gzip file breaks off; what came before was read');
  });
});

test('a healthy log says that nothing known is wrong, and what remains unexplained', async () => {
  const path = write('maillog', 'Nov  5 10:00:00 mail postfix/smtpd[3]: warning: odd\n');

  expect(await run([path])).toEqual({
    status: 0,
    stderr: '',
    stdout: `Read ${path} (log), 1 line of log
Lines of Postfix; programs: postfix/smtpd; form: syslog

1 line with a warning or an error that nothing known explains:
     1 × ${path}:1: Nov  5 10:00:00 mail postfix/smtpd[3]: warning: odd

Nothing known was found to be wrong.
`,
  });
});

describe('a log of something else is no clean bill of health', () => {
  const times = 'Nov  5 10:00:00 mx';
  test.each([
    ['cron', `${times} CRON[123]: (root) CMD (true)\n`, 'No line of Postfix, Dovecot or saslauthd was recognised'],
    [
      'a web server',
      `${times} nginx[9]: 192.0.2.1 GET / 200\n`,
      'No line of Postfix, Dovecot or saslauthd was recognised',
    ],
  ])('%s: what was read is said, and it ends with 2', async (_server, line, text) => {
    const { status, stdout } = await run([write('a.log', line.repeat(3))]);

    expect(status).toBe(2);
    expect(stdout.replace(/\s+/g, ' ')).toContain(text);
    expect(stdout).toContain('3 lines of log');
    expect(stdout).not.toContain('Nothing known was found to be wrong');
  });

  test.each([
    ['Exim', '2026-11-05 10:00:00 1vNZ2k-000123-AB <= alice@example.test H=x [192.0.2.1]\n'],
    ['Sendmail', `${times} sendmail[53]: 5AO0: from=<a@example.test>, size=1\n`],
    ['OpenSMTPD', `${times} smtpd[53]: 08a0eec7b6cdc261 smtp connected address=192.0.2.77 host=p\n`],
    ['Haraka', '[NOTICE] [4F3E-1] [core] connect ip=192.0.2.77 port=4711\n'],
  ])('%s, well: nothing is said against it, and how little is known of it', async (server, line) => {
    const { status, stdout } = await run([write('a.log', line.repeat(3))], { modes: catalogue });

    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`Lines of ${server};`);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`Of ${server}, only what goes wrong with logins`);
  });

  test('beside a configuration, that is what it goes by', async () => {
    const log = write('a.log', `${times} CRON[123]: (root) CMD (true)\n`);

    expect((await run([log, write('main.cf', 'myhostname = mail.example.test\n')])).status).toBe(0);
  });
});

test.each([
  'kernel: traps: smtpd[323] segfault at 0 ip 00007f sp 00007f error 4 in libc.so.6',
  'postfix/master[263]: odd: process /usr/libexec/postfix/odd pid 279 killed by signal 11',
  'systemd[1]: Failed to start Some Mail Thing.',
  'postfix/smtp[12]: 56167101856: to=<a@example.org>, relay=x[192.0.2.1]:25, dsn=5.6.7, status=bounced (odd)',
  'kernel: audit: apparmor="DENIED" operation="open" name="/etc/odd" comm="odd"',
])('what tells of trouble and is not known is shown as unexplained: %s', async (line) => {
  const { unexplained } = await diagnosed([write('maillog', `Nov  5 10:00:00 mail ${line}\n`)]);

  expect(unexplained).toMatchObject({ lines: 1, shapes: [{ count: 1 }] });
});

test('the text has evidence, cause, repair and the sum', async () => {
  const { stdout } = await run([fixturePath('saslauthd-enoent.log')]);

  expect(stdout).toContain(`1. It is saslauthd/not-running
   certain, fault saslauthd/not-running
   1 line, Oct  8 21:06:51
     ${fixturePath('saslauthd-enoent.log')}:3: Oct  8 21:06:51 mail postfix/submission/smtpd[2797]: warning: SASL`);
  expect(stdout).toContain('   Why\n   Because of saslauthd/not-running.\n   Repair\n');
  expect(stdout).toContain('\n     mend saslauthd/not-running\n');
  expect(stdout).toMatch(/\n1 certain\n$/);
});

test.each(['text', '--json', '--sarif'])('no password that a log quotes is in the output: %s', async (format) => {
  const secret = 'Y29ycmVjdC1ob3JzZQ==';
  const said = [
    `postfix/smtpd[1]: warning: improper command pipelining after EHLO from x[192.0.2.1]: AUTH LOGIN\\r\\nYWxp\\r\\n${secret}\\r\\n`,
    `postfix/smtpd[1]: warning: improper command pipelining after CONNECT from x[192.0.2.1]: AUTH PLAIN ${secret}\\r\\n`,
    `postfix/smtpd[1]: warning: x[192.0.2.1]: request longer than 12288: ${secret}...`,
    `postfix/smtpd[1]: warning: x[192.0.2.1]: request longer than 2048: AUTH PLAIN ${secret}...`,
    `postfix/smtpd[1]: warning: non-SMTP command from x[192.0.2.1]: ${secret}`,
    `smtpd[1]: 08a0eec7b6cdc261 smtp failed-command command="AUTH PLAIN ${secret}" result="503 5.5.1 failed"`,
    `[INFO] [4F3E.1] [core] hook=unrecognized_command plugin=auth failed params="${secret}" retval=OK`,
    `dovecot: auth: sql(alice,192.0.2.1): Password mismatch (given password: ${secret})`,
    `dovecot: auth(alice,192.0.2.1,sasl:plain): Error: odd (given password: ${secret})`,
  ];
  const bytes = {
    SYSLOG_IDENTIFIER: 'dovecot',
    MESSAGE: [...Buffer.from(said.at(-1)?.replace('dovecot: ', '') ?? '')],
  };
  const all = [
    ...said,
    ...said.map((log) => JSON.stringify({ log: `Nov  5 10:00:00 mail ${log}\n` })),
    JSON.stringify(bytes),
  ];
  const options = format === 'text' ? ['--all'] : [format];

  for (const line of all) {
    const { stdout } = await run([write('maillog', `${line}\n`), ...options], { modes: catalogue });
    expect(stdout).not.toContain(secret.slice(0, 8));
    expect(stdout).not.toContain([...Buffer.from(secret.slice(0, 8))].join(','));
  }
});

test('SARIF has a rule and a result with its place', async () => {
  const { stdout } = await run([fixturePath('saslauthd-enoent.log'), fixturePath('main.cf'), '--sarif']);

  const { version, runs } = JSON.parse(stdout);
  expect(version).toBe('2.1.0');
  expect(runs[0].tool.driver.rules[0]).toMatchObject({ id: 'saslauthd/not-running' });
  expect(runs[0].results[0]).toMatchObject({
    ruleId: 'saslauthd/not-running',
    level: 'error',
    locations: [{ physicalLocation: { region: { startLine: 3 } } }],
  });
  const ruleIds = runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
  for (const { ruleId } of runs[0].results) expect(ruleIds).toContain(ruleId);
});

test('as a process: wrong usage is one line on stderr, and ends with 2', async () => {
  const argv = [...harness, 'diagnose', '--jsn'];

  const ended = await new Promise((resolve) => {
    execFile(process.execPath, argv, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: error?.code, stdout, stderr }),
    );
  });

  expect(ended).toEqual({
    status: 2,
    stdout: '',
    stderr: 'diagnose: unknown option --jsn; did you mean --json? (--help explains the options)\n',
  });
}, 20_000);
