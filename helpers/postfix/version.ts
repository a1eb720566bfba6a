import type { VersionRange } from '../model/failure-mode';

/** Whether a version comes before another: `2.10.1` before `2.11`, `3.7.11` after `3.7.8`. */
export function isBefore(version: string, other: string): boolean {
  const [own, others] = [numbersOf(version), numbersOf(other)];
  for (let index = 0; index < Math.max(own.length, others.length); index++) {
    const difference = (own[index] ?? 0) - (others[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/**
 * Whether a version has what came with the last of these releases and, for each of the others, with a later
 * patch level of the same branch: `['3.5.22', '3.9']` is 3.5.22 and later 3.5s, and all from 3.9 on.
 */
export function isSince(version: string, releases: readonly string[]): boolean {
  return releases.some((release, index) => {
    const branch = numbersOf(release).slice(0, 2).join('.');
    const counts = index === releases.length - 1 || numbersOf(version).slice(0, 2).join('.') === branch;
    return counts && !isBefore(version, release);
  });
}

/** Whether a version is in the range; a version that nobody knows is in every one. */
export function inRange(version: string | undefined, { from, before }: VersionRange): boolean {
  if (version === undefined) return true;
  return (from === undefined || !isBefore(version, from)) && (before === undefined || isBefore(version, before));
}

// 3.12-20260821 is a snapshot on the way to 3.12; 3.7.11 may have a distribution's suffix.
function numbersOf(version: string): readonly number[] {
  return (/^[\d.]+/.exec(version)?.[0] ?? '').split('.').filter(Boolean).map(Number);
}
