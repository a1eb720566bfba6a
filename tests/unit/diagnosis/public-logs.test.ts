import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { pastedLog } from '../../../helpers/diagnosis/log/pasted-lines';
import { timesReported } from '../../../helpers/diagnosis/times-reported';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { causes, publicLogs } from './public-logs';
import { timesOfCauses } from './times-of-causes';

const outcomes: string[] = [];

afterAll(() => {
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  process.stdout.write(
    `Logs from public threads: of ${outcomes.length}, ${count('named')} named, ${count('undecided')} undecided with the ` +
      `cause among the possible, ${count('wrong')} wrong, ${count('nothing')} nothing\n`,
  );
});

test('every log has its cause', () => {
  const logs = readdirSync(publicLogs).flatMap((name) => /^(.+)\.log$/.exec(name)?.[1] ?? []);

  expect(causes.map(([name]) => name)).toEqual(logs.sort());
});

test.each(causes)('%s: %s is %s', async (name, cause, expected) => {
  const outcome = await judged(name, cause);

  outcomes.push(outcome);
  expect(outcome).toBe(expected);
});

async function judged(name: string, cause: string | undefined): Promise<'named' | 'undecided' | 'wrong' | 'nothing'> {
  const log = pastedLog(name, readFileSync(join(publicLogs, `${name}.log`), 'utf8'));
  const { findings } = await diagnose(catalogue, { logs: [log], facts: noFacts });
  const named = findings.filter(({ confidence }) => confidence !== 'possible').map(({ mode }) => mode.id);
  if (named.some((id) => id !== cause)) return 'wrong';
  if (named.length > 0) return 'named';
  if (findings.length === 0) return 'nothing';
  return findings.some(({ mode }) => mode.id === cause) ? 'undecided' : 'wrong';
}

test('how often a mode is reported is counted in these (npm run docs)', () => {
  expect(timesReported).toEqual(timesOfCauses());
});
