import { relative } from 'node:path';

/** Short where it is below, whole where it is elsewhere. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') ? path : below;
}
