import { serverRuns } from '../../../../helpers/cli/diagnose/server-runs';

const started =
  'Nov 24 23:49:59 mail postfix/master[5]: daemon started -- version 3.7.11, configuration /etc/postfix\n';
const reloaded = 'Nov 24 23:50:59 mail postfix/master[5]: reload -- version 3.7.11, configuration /etc/postfix\n';
const dovecot =
  'Nov 24 23:51:59 mail dovecot: master: Dovecot v2.3.19.1 (9b53102964) starting up without any protocols\n';
const line = (text: string) => `Nov 24 23:50:00 mail postfix/smtpd[9]: ${text}\n`;

test.each([
  ['in one piece', (log: string) => [log]],
  ['byte by byte', (log: string) => [...log]],
])('a log that comes %s begins anew at each start and at each reload', async (_how, pieces) => {
  const log = [line('a'), started, line('b'), line('c'), reloaded, dovecot, line('d')].join('');

  expect(await runsOf(pieces(log))).toEqual([
    line('a'),
    started + line('b') + line('c'),
    reloaded,
    dovecot + line('d'),
  ]);
});

test('a line that has no end yet belongs to the run in which it began', async () => {
  expect(await runsOf([started, 'Nov 24 23:50:00 mail postfix/smtpd[9]: half a'])).toEqual([
    `${started}Nov 24 23:50:00 mail postfix/smtpd[9]: half a`,
  ]);
});

async function runsOf(pieces: readonly string[]): Promise<readonly string[]> {
  const runs: string[] = [];
  for await (const run of serverRuns(chunksOf(pieces))) {
    let text = '';
    for await (const bytes of run) text += Buffer.from(bytes).toString('latin1');
    runs.push(text);
  }
  return runs;
}

async function* chunksOf(pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece, 'latin1');
}
