import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { PieceJudge, type PieceJudges } from '../../../helpers/diagnosis/judged-piece';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const folder = join(__dirname, '../../fixtures/public-logs');
const publicLogs = readdirSync(folder)
  .filter((name) => name.endsWith('.log'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const specimens = catalogue.flatMap(({ symptoms }) => symptoms.log.map(({ specimen }) => specimen));

/** Judges that are no threads; those with odd numbers are late. */
function judgesBeside(count: number): PieceJudges & { readonly asked: () => number } {
  const judges = Array.from({ length: count }, () => new PieceJudge(catalogue, noFacts));
  let asked = 0;
  return {
    ...{ afterBytes: 0, leastBytes: 200, atOnce: 3, areReady: () => true, asked: () => asked },
    async judge(given) {
      const judge = asked++ % count;
      const bytes = Buffer.from(given);
      const judged = judges[judge]?.judge(bytes);
      if (judge % 2 === 1) await new Promise(setImmediate);
      if (!judged) throw new Error('there is no such judge');
      return { judged, bytes, judge, free: () => {} };
    },
  };
}

function diagnosed(text: string, pieceBytes: number, judges?: PieceJudges) {
  const all = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(all.length / pieceBytes) }, (_, index) =>
    all.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  return diagnose(catalogue, { logs: [{ name: 'l', chunks, format: 'lines' }], facts: noFacts, judges });
}

test.each([
  ['lines of all modes', specimens.join('\n')],
  ['logs of public threads', publicLogs.join('')],
  [
    'sessions that go on from piece to piece, and complaints that nothing explains',
    Array.from({ length: 300 }, (_, n) => [
      `Nov 24 23:49:37 mail postfix/smtpd[${n % 7}]: warning: x[192.0.2.${n % 5}]: SASL LOGIN authentication failed: UGFzc3dvcmQ6`,
      `Nov 24 23:49:37 mail postfix/smtpd[${(n * 3) % 7}]: disconnect from x[192.0.2.${n % 5}] ehlo=1 auth=${n % 2}/2 quit=1 commands=3/4`,
      `mail_1 | Nov 24 23:49:37 mail postfix/cleanup[9]: warning: odd thing ${n} of <a@b.test>`,
      `Nov 24 23:49:37 mail postfix/cleanup[9]: warning: ${'strange '.repeat(n % 9)}thing ${n}`,
    ])
      .flat()
      .join('\n'),
  ],
])('%s are diagnosed alike whether they are judged here or by others', async (_what, text) => {
  const here = await diagnosed(text, 1000);
  const judges = judgesBeside(3);

  expect(await diagnosed(text, 1000, judges)).toEqual(here);
  expect(here.findings.length + here.unexplained.lines).toBeGreaterThan(3);
  expect(judges.asked()).toBeGreaterThan(10);
});

test('a line of two programs that tells neither is in doubt there as well', async () => {
  const line =
    'warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:354:\n';
  const { findings } = await diagnosed(line.repeat(40), 1000, judgesBeside(3));

  expect(findings.length).toBeGreaterThan(1);
  expect(findings.filter(({ confidence }) => confidence !== 'possible')).toEqual([]);
});

test('others are asked when enough has been read of all logs together', async () => {
  const judges = { ...judgesBeside(1), afterBytes: 5000 };
  const log = (name: string) => ({
    name,
    chunks: [Buffer.from('x'.repeat(2999).concat('\n'))],
    format: 'lines' as const,
  });

  await diagnose(catalogue, { logs: [log('a')], facts: noFacts, judges });
  expect(judges.asked()).toBe(0);
  await diagnose(catalogue, { logs: [log('a'), log('b')], facts: noFacts, judges });
  expect(judges.asked()).toBe(1);
});

test('what a judge can not do is told', async () => {
  const judges: PieceJudges = { ...judgesBeside(1), judge: () => Promise.reject(new Error('out of memory')) };

  await expect(diagnosed(specimens.join('\n'), 1000, judges)).rejects.toThrow('out of memory');
});
