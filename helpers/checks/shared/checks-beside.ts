import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';

/**
 * What the files of a suite's folder export as `checks`, in the order of their names: a file that is put there is asked, and
 * nothing else needs to know of it. Those whose place in the report matters are named by the suite itself.
 */
export function checksBeside(folder: string): readonly Check[] {
  return readdirSync(folder)
    .flatMap((file) => /^(?!.*\.d\.ts$)(.+)\.[jt]s$/.exec(file)?.[1] ?? [])
    .sort()
    .map((name) => require(join(folder, name)) as { readonly checks?: readonly Check[] })
    .flatMap(({ checks = [] }) => checks);
}
