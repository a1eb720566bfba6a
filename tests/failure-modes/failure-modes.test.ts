import { runCheck } from '../../helpers/checks/run-check';
import { suites } from '../../helpers/checks/suites';
import { diagnoseLines, factsOf } from '../../helpers/diagnosis/of-server';
import { catalogue } from '../../helpers/failure-modes/catalogue';
import type { FailureMode, Reproduction } from '../../helpers/model/failure-mode';
import { impossibleOn } from '../../helpers/reproduction/impossible-on';
import { type Breakdown, breakDown, mend } from '../../helpers/reproduction/reproduce';
import { preparedTarget } from '../../helpers/running/target-under-test';
import { setting } from '../../helpers/settings/settings';
import { logSinceRestored, restoreOriginalFiles } from '../../helpers/targets/original-files';
import { type PreparedTarget, prepareTarget } from '../../helpers/targets/prepare-target';
import { startTarget } from '../../helpers/targets/start-target';
import type { Target } from '../../helpers/targets/target';
import { Confusion, namedIn } from './confusion';
import { sample } from './sample';
import { expectWhole, type Lent, ServerPool } from './server-pool';

const howto = () => startTarget(preparedTarget());
const withDovecot = async () => startTarget(await dovecot());
const pools = {
  howto: { broken: new ServerPool(howto), untouched: new ServerPool(howto) },
  dovecot: { broken: new ServerPool(withDovecot), untouched: new ServerPool(withDovecot) },
};
let prepared: Promise<PreparedTarget> | undefined;

/** Made ready when the first of its modes is proven: whoever works on others needs no Dovecot. */
function dovecot(): Promise<PreparedTarget> {
  prepared ??= prepareTarget('dovecot', (line) => process.stderr.write(`${line}\n`));
  return prepared;
}

const checks = suites.flatMap((suite) => suite.checks);
const confusion = new Confusion();

// HARNESS_MODES=tls/,saslauthd/not-running: beginnings of ids, for whoever works on a few; or `sample`.
const modes = setting('modes', process.env);
const wanted = modes.join() === 'sample' ? sample : modes;
const reproduced = catalogue
  .filter(({ id }) => wanted.length === 0 || wanted.some((beginning) => id.startsWith(beginning)))
  .flatMap((mode) => (mode.reproduction ? [{ mode, reproduction: mode.reproduction }] : []));

afterAll(async () => {
  process.stdout.write(`\n${confusion.text}\n\n`);
  const all = Object.values(pools).flatMap(({ broken, untouched }) => [broken, untouched]);
  await Promise.all(all.map((pool) => pool[Symbol.asyncDispose]()));
}, 60_000);

test.concurrent.each(reproduced.map((one) => [one.mode.id, one] as const))(
  'is proven: %s',
  async (_id, { mode, reproduction }) => {
    const { inject, zones, restart = true, image = 'howto' } = reproduction;
    // Where only the client is wrong, there is nothing to restore afterwards.
    const changes = inject !== '' || reproduction.repair !== '' || zones !== undefined;
    await pools[image][changes ? 'broken' : 'untouched'].use(async ({ target, standing }) => {
      const obstacle = await impossibleOn(target, mode, reproduction);
      if (obstacle !== undefined) return confusion.passedOver(mode.id, obstacle);

      // Where the injection restarts the services, the last mode's traces go in the same breath.
      if (changes && !restart) await target.restart(restoreOriginalFiles);

      const restores = changes && restart;
      const since = target.log.position;
      const seen = await breakDown(
        restores ? { ...target, log: logSinceRestored(target.log, since) } : target,
        mode,
        reproduction,
        restores ? restoreOriginalFiles : '',
      );

      await expectSigns(target, seen);
      await expectDiagnosis(target, { mode, reproduction, seen, standing });
      await expectNoticed(target, mode.noticedBy);
      await mend(target, reproduction);
      await expectWhole(target, 'after the repair');
    });
  },
  // The first wait while Dovecot's image is built.
  300_000,
);

// Runs when those before it have ended, since Jest takes the tests of a file in their order.
test('every mode that was injected is named, and no other', () => {
  expect(confusion.besideDiagonal).toEqual([]);
});

/** What is missing is told with all that was said: a line may be in the server's own file and not have come out of the container. */
async function expectSigns(target: Target, { missing, log, transcripts }: Breakdown): Promise<void> {
  if (missing.length === 0) return;
  const file = await target.run('tail -n 40 /var/log/maillog 2>&1 || true').catch(String);
  const signs = missing.map(({ pattern }) => String(pattern));
  throw new Error(`signs are missing: ${JSON.stringify({ signs, log, transcripts, file: file.split('\n') }, null, 1)}`);
}

interface Broken {
  readonly mode: FailureMode;
  readonly reproduction: Reproduction;
  readonly seen: Breakdown;
  readonly standing: Lent['standing'];
}

/** Named first by the log alone where it can tell, and by log and facts together nothing else is named. */
async function expectDiagnosis(target: Target, { mode, reproduction, seen, standing }: Broken): Promise<void> {
  const { log } = seen;
  // Harmless lines must not be named: that they are known is what there is to see.
  if (mode.kind === 'noise') {
    const { findings, harmless } = await diagnoseLines(catalogue, log);
    expect(harmless.map((one) => one.mode.id)).toContain(mode.id);
    expect(namedIn({ findings })).toEqual([]);
    return;
  }
  if (reproduction.toldBy === 'log') {
    const [first] = (await diagnoseLines(catalogue, log)).findings;
    expect({ byLog: first?.mode.id, log }).toEqual({ byLog: mode.id, log });
  }
  const diagnosis = await diagnoseLines(catalogue, log, await factsOf(target, catalogue));
  const told = namedIn(
    diagnosis,
    standing.filter((id) => id !== mode.id),
  );
  // What may be meant is no more than possible, unless a line says it.
  const mayBeMeant = mode.symptoms.facts.some(({ alone }) => alone === 'suggests');
  const isPossible = mayBeMeant && diagnosis.findings.some((one) => one.mode.id === mode.id);
  const named = told.length === 0 && isPossible ? [mode.id] : told;
  confusion.add(mode.id, named);
  expect({ named, log }).toEqual({ named: [mode.id], log });
}

async function expectNoticed(target: Target, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const check = checks.find((one) => one.id === id);
    if (!check) throw new Error(`no such check: ${id}`);
    const { verdict, reason } = await runCheck(check, target);
    expect({ id, verdict, reason }).toMatchObject({ id, verdict: 'failed' });
  }
}
