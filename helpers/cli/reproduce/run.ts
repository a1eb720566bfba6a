import type { TerminalOptions } from '../../../reports/reproduction/reproduction-text';
import {
  breakingText,
  diagnosisText,
  healthText,
  repairText,
  viewText,
} from '../../../reports/reproduction/reproduction-text';
import { diagnoseLines, factsOf } from '../../diagnosis/of-server';
import { HarnessError } from '../../errors';
import { catalogue } from '../../failure-modes/catalogue';
import type { FailureMode, Reproduction } from '../../model/failure-mode';
import { complaints } from '../../reproduction/health';
import { impossibleOn } from '../../reproduction/impossible-on';
import { breakDown, mend } from '../../reproduction/reproduce';
import { prepareTarget } from '../../targets/prepare-target';
import { startTarget } from '../../targets/start-target';
import type { Target } from '../../targets/target';

/** What is to be reproduced, where, and who hears of it. */
export interface ReproductionRun {
  readonly mode: FailureMode;
  readonly reproduction: Reproduction;
  /** The name of the server to break; undefined: the one that the mode needs. */
  readonly image: string | undefined;
  readonly terminal: TerminalOptions;
  readonly write: (text: string) => void;
  /** What it is busy with, for whoever waits. */
  readonly tell: (line: string) => void;
}

/** Breaks a healthy server, shows it, mends it: whether all was as the catalogue says. */
export async function reproduce(run: ReproductionRun): Promise<boolean> {
  await using target = await start(run);
  const asSaid = await showBroken(target, run);
  run.write(repairText(run.mode, run.reproduction, run.terminal));
  await mend(target, run.reproduction);
  const left = await complaints(target);
  run.write(healthText('after the repair', left, run.terminal));
  return asSaid && left.length === 0;
}

/** Breaks a healthy server, shows it, and hands it over as it is. */
export async function reproduceAndKeep(run: ReproductionRun): Promise<Target> {
  const target = await start(run);
  try {
    await showBroken(target, run);
    return target;
  } catch (error) {
    await target[Symbol.asyncDispose]();
    throw error;
  }
}

async function start({ image, reproduction, tell }: ReproductionRun): Promise<Target> {
  const prepared = await prepareTarget(image ?? reproduction.image ?? 'howto', tell);
  tell(`starting ${prepared.server.name}`);
  return startTarget(prepared);
}

async function showBroken(target: Target, run: ReproductionRun): Promise<boolean> {
  const { mode, reproduction, terminal, write } = run;
  const obstacle = await impossibleOn(target, mode, reproduction);
  if (obstacle !== undefined) throw new HarnessError('EVERSION', `${mode.id}: ${obstacle}`);
  const { versions } = await target.summary();
  const healthy = await complaints(target);
  write(breakingText(mode, reproduction, versions, terminal));
  write(healthText('before', healthy, terminal));
  const { transcripts, log, missing } = await breakDown(target, mode, reproduction);
  write(viewText(transcripts, log, missing, terminal));
  const diagnosis = await diagnoseLines(catalogue, log, await factsOf(target, catalogue));
  write(diagnosisText(diagnosis, mode, terminal));
  const named = mode.kind === 'noise' ? diagnosis.harmless : diagnosis.findings.filter(isNamed);
  return healthy.length === 0 && missing.length === 0 && named.some((one) => one.mode.id === mode.id);
}

function isNamed({ confidence }: { readonly confidence: string }): boolean {
  return confidence !== 'possible';
}
