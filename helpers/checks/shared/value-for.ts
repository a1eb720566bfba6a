import { type Difference, valueIn } from '../../postfix/differences';
import type { Probe } from '../../sessions/probe';

/** What holds in the version that the target runs. */
export async function valueFor<T>(difference: Difference<T>, { target }: Probe): Promise<T> {
  const { versions } = await target.summary();
  return valueIn(difference, versions.postfix ?? '');
}
