import type { VersionRange } from '../../model/failure-mode';

/** Whether a version is in the range; a version that nobody knows is in every one. */
export function inRange(version: string | undefined, { from, before }: VersionRange): boolean {
  if (version === undefined) return true;
  return (from === undefined || !isOlder(version, from)) && (before === undefined || isOlder(version, before));
}

/** Whether a version such as `3.7.11` or `3.12-20260821` (read as 3.12) comes before another.. */
export function isOlder(version: string, other: string): boolean {
  const [a, b] = [parts(version), parts(other)];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function parts(version: string): readonly number[] {
  const release = /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '';
  return release.split('.').map(Number);
}
