import type { FailureMode, Reproduction } from '../model/failure-mode';
import { inRange } from '../postfix/version';
import type { Target } from '../targets/target';

/**
 * Why a server can not be broken so: its Postfix never does that, or it lacks what it takes. Undefined where it can, and where
 * its version could not be read: nothing is passed over unseen.
 */
export async function impossibleOn(
  target: Pick<Target, 'summary' | 'run'>,
  { versions }: Pick<FailureMode, 'versions'>,
  { needs }: Pick<Reproduction, 'needs'>,
): Promise<string | undefined> {
  const { postfix } = (await target.summary()).versions;
  if (!inRange(postfix || undefined, versions)) return `it is Postfix ${postfix}, and ${inWords(versions)}`;
  if (needs === undefined || (await target.run(`[ -e ${needs} ] || echo missing`)).trim() === '') return undefined;
  return `it takes ${needs}, which is not there`;
}

function inWords({ from, before }: FailureMode['versions']): string {
  return [from && `it takes ${from} or later`, before && `it takes one before ${before}`]
    .filter(Boolean)
    .join(', and ');
}
