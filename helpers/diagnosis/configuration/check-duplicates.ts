import type { ConfigNotice } from '../../model/diagnosis';
import type { Setting } from '../../model/failure-mode';
import { remark } from './notice';

/** Parameters that one file sets twice: the last counts, and whoever edits the first wonders. */
export function checkDuplicates(all: readonly (readonly [string, Setting])[]): readonly ConfigNotice[] {
  return all.flatMap(([name, setting], index) => {
    const later = all
      .slice(index + 1)
      .filter(([other, { file }]) => other === name && file === setting.file)
      .at(-1)?.[1];
    if (!later) return [];
    const words = `${name} is set again in line ${later.line}, and that one counts`;
    const place = { file: setting.file, line: setting.line, text: `${name} = ${setting.value}` };
    return [remark('duplicate', words, 'keep one of them', place)];
  });
}
