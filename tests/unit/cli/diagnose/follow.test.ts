import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runDiagnose } from '../../../../helpers/cli/diagnose/diagnose';
import { caseModes } from '../../diagnosis/sample-modes';

const asked =
  'Nov 24 23:49:37 mail postfix/smtpd[9]: warning: SASL authentication failure: cannot connect to saslauthd server: No such file or directory\n';
const typo = 'Nov 24 23:50:00 mail postfix/smtpd[9]: warning: unknown smtpd restriction: "permit_sasl"\n';
const start = 'Nov 24 23:49:59 mail postfix/master[5]: daemon started -- version 3.7.11, configuration /etc/postfix\n';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'follow-'));
  path = join(folder, 'maillog');
  writeFileSync(path, typo);
});
afterEach(() => rmSync(folder, { recursive: true }));

function started() {
  const ending = new AbortController();
  let written = '';
  const waiting: (() => void)[] = [];
  const ended = runDiagnose(['--follow', path], {
    modes: caseModes,
    stdin: Readable.from([]),
    stdout: {
      write: (text) => {
        written += text;
        for (const go of waiting.splice(0)) go();
      },
    },
    stderr: { write: () => undefined },
    env: {},
    interrupted: ending.signal,
  });
  const told = async (text: string) => {
    while (!written.includes(text)) await new Promise<void>((resolve) => waiting.push(resolve));
    return written;
  };
  return { told, end: () => ending.abort(), ended };
}

/** Until the file is open, what is written to it counts as old: so it is written until it is told. */
async function toldOf(text: string, log: ReturnType<typeof started>, line: string): Promise<string> {
  const writing = setInterval(() => appendFileSync(path, line), 20);
  try {
    return await log.told(text);
  } finally {
    clearInterval(writing);
  }
}

test('a failure is named once, when the log shows it, with its time; what the log had before is not told', async () => {
  const log = started();

  const first = await toldOf('saslauthd/not-running', log, asked);
  appendFileSync(path, asked);
  const whole = await toldOf('restrictions/unknown-name', log, typo);
  log.end();

  expect(await log.ended).toBe(0);
  expect(first).toContain('Nov 24 23:49:37 certain:');
  expect(first).not.toContain('restrictions/unknown-name');
  expect(whole.split('(saslauthd/not-running)')).toHaveLength(2);
});

test('a log that is rotated is followed in its new file', async () => {
  const log = started();
  await toldOf('saslauthd/not-running', log, asked);

  renameSync(path, `${path}.1`);
  writeFileSync(path, typo);
  await log.told('restrictions/unknown-name');
  log.end();

  expect(await log.ended).toBe(0);
});

test('a log that is not there ends with 2', async () => {
  rmSync(path);
  const log = started();

  expect(await log.ended).toBe(2);
});

test('a failure is named again when the server has started anew and still has it', async () => {
  const log = started();
  await toldOf('saslauthd/not-running', log, asked);

  const whole = await toldOf('restrictions/unknown-name', log, `${start}${asked}${typo}`);
  log.end();

  expect(await log.ended).toBe(0);
  expect(whole.split('(saslauthd/not-running)').length).toBeGreaterThan(2);
});
