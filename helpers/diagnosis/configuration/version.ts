import { isBefore } from '../../maillog/version';
import type { VersionRange } from '../../model/failure-mode';

/** Whether a version is in the range; a version that nobody knows is in every one. */
export function inRange(version: string | undefined, { from, before }: VersionRange): boolean {
  if (version === undefined) return true;
  return (from === undefined || !isBefore(version, from)) && (before === undefined || isBefore(version, before));
}
