import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * How long `diagnose` takes for a large log, beside what grep takes to look for a few words in it, and beside another
 * build where one is named: `npm run bench:diagnose -- [MEGABYTES] [dist of another build]`.
 */
const [megabytes = '200', otherBuild] = process.argv.slice(2);
const bytes = Number(megabytes) * 1_000_000;
const twoDigits = (number: number) => String(number).padStart(2, '0');
const time = (n: number) =>
  `${twoDigits(((n / 36000) % 24) | 0)}:${twoDigits(((n / 600) % 60) | 0)}:${twoDigits(((n / 10) % 60) | 0)}`;
const failed = 'warning: client.example.org[192.0.2.7]: SASL LOGIN authentication failed: authentication failure';
const session = [
  'connect from client.example.org[192.0.2.7]',
  failed,
  'disconnect from client.example.org[192.0.2.7] ehlo=1 auth=0/1 quit=1 commands=2/3',
];
/** A client at another address each time, who tries a password. */
const attack = (n: number, who = n) => {
  const client = `unknown[198.51.${(who >> 8) % 256}.${who % 256}]`;
  const lines = [
    `connect from ${client}`,
    `warning: ${client}: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=user${who}@example.test`,
    `disconnect from ${client} ehlo=1 auth=0/1 quit=1 commands=2/3`,
  ];
  return lines[n % 3];
};
const filler = 'x'.repeat(640);

/** Each a log that is all of a kind, so that one can see what is slow. */
const logs: Readonly<Record<string, (n: number) => string>> = {
  'three lines, repeated': (n) => `Nov 24 23:49:37 mail postfix/smtpd[16]: ${session[n % 3]}`,
  'one line, repeated': () => `Nov 24 23:49:37 mail postfix/smtpd[16]: ${failed}`,
  'warnings, all different, long': (n) =>
    `Nov 24 ${time(n)} mail postfix/smtpd[${1000 + (n % 3000)}]: warning: hostname host${n}.example.net does not resolve to address 198.51.100.${n % 256}: Name or service not known ${filler}`,
  'warnings, all different, unknown': (n) =>
    `Nov 24 ${time(n)} mail postfix/smtpd[${1000 + (n % 3000)}]: warning: odd thing number ${n} of host${n}.example.net[198.51.100.${n % 256}]`,
  'failed logins, all different': (n) => `Nov 24 ${time(n)} mail postfix/smtpd[${1000 + (n % 3000)}]: ${attack(n)}`,
  // The three lines of a session are of one process and one client.
  'failed logins, session by session': (n) =>
    `Nov 24 ${time(n)} mail postfix/smtpd[${1000 + (((n / 3) | 0) % 3000)}]: ${attack(n, (n / 3) | 0)}`,
  'mail that is delivered': (n) =>
    `Nov 24 ${time(n)} mail postfix/smtp[${2000 + (n % 97)}]: ${(0x4a5b6c7d00 + n).toString(16).toUpperCase()}: to=<bob${n % 700}@example.org>, relay=mx.example.org[203.0.113.5]:25, delay=0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok)`,
};

const memoryAtExit =
  "process.on('exit', () => console.error('memory', Math.round(process.resourceUsage().maxRSS / 1024), 'MB'));";

const folder = mkdtempSync(join(tmpdir(), 'bench-diagnose-'));
try {
  // Memory is asked of the process itself, when it ends.
  writeFileSync(join(folder, 'memory.js'), memoryAtExit);
  const short = join(folder, 'short');
  writeFileSync(short, `${session.map((said) => `Nov 24 23:49:37 mail postfix/smtpd[16]: ${said}`).join('\n')}\n`);
  const [node, start] = [
    ['-e', '0'],
    ['dist/helpers/cli/main.js', 'diagnose', short],
  ].map((args) => {
    const all = Array.from({ length: 5 }, () => timed(process.execPath, args));
    return all.sort((a, b) => a.processor - b.processor)[2] as Took;
  });
  if (node && start) process.stdout.write(`three lines, once: node -e 0 ${shown(node)}, diagnose ${shown(start)}\n`);
  process.stdout.write(`${megabytes} MB each; processor seconds (seconds on the clock)\n`);
  for (const [name, line] of Object.entries(logs)) {
    const path = join(folder, 'maillog');
    write(path, line);
    const grep = timed('grep', ['-ciE', 'authentication failed|fatal:|warning:', path]);
    const now = timed(process.execPath, [
      '-r',
      join(folder, 'memory.js'),
      'dist/helpers/cli/main.js',
      'diagnose',
      path,
    ]);
    const other = otherBuild
      ? timed(process.execPath, [join(otherBuild, 'helpers/cli/main.js'), 'diagnose', path])
      : undefined;
    const ratio = other ? `  other ${shown(other)}  ${(other.processor / now.processor).toFixed(1)} ×` : '';
    process.stdout.write(
      `${name.padEnd(34)} grep ${shown(grep)}  diagnose ${shown(now)} ${now.memory.padStart(6)}${ratio}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

function write(path: string, line: (n: number) => string): void {
  const file = openSync(path, 'w');
  let written = 0;
  for (let n = 0; written < bytes; ) {
    const lines = Array.from({ length: 5000 }, () => `${line(n++)}\n`).join('');
    written += writeSync(file, lines);
  }
  closeSync(file);
}

interface Took {
  readonly processor: number;
  readonly clock: number;
  readonly memory: string;
}

/** By the shell's own `times`, so that what else the machine does matters less. */
function timed(command: string, args: readonly string[]): Took {
  // By a pipe: grep stops at the first line that it finds when nobody reads how many there are.
  const script = '"$@" | cat >/dev/null; times';
  const before = process.hrtime.bigint();
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', command, ...args], { encoding: 'utf8' });
  const clock = Number(process.hrtime.bigint() - before) / 1e9;
  const processor = [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + Number(m) * 60 + Number(s),
    0,
  );
  return { processor, clock, memory: /memory (\d+ MB)/.exec(stderr)?.[1] ?? '' };
}

function shown({ processor, clock }: Took): string {
  return `${processor.toFixed(2)} (${clock.toFixed(2)})`.padStart(15);
}
