import type { MasterService, ServerFacts } from '../model/failure-mode';
import { isBefore } from './version';

/**
 * Whether a service runs chrooted; undefined where the facts don't tell. `-` in master.cf means yes before Postfix 3.0 and,
 * from then on, as long as compatibility_level is below 1, which it is where main.cf has none (COMPATIBILITY_README).
 */
export function isChrooted(
  { chroot }: Pick<MasterService, 'chroot'>,
  { mainCf, postfixVersion }: Pick<ServerFacts, 'mainCf' | 'postfixVersion'>,
): boolean | undefined {
  if (chroot !== '-') return chroot === 'y';
  if (postfixVersion !== undefined && isBefore(postfixVersion, '3.0')) return true;
  return mainCf && Number.parseFloat(mainCf.get('compatibility_level')?.value ?? '0') < 1;
}
