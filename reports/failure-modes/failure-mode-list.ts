import type { FailureMode } from '../../helpers/model/failure-mode';
import { painter } from '../terminal/paint';
import { cut } from '../text/text-layout';

/** The failure modes, family by family, a line each. */
export function renderFailureModeList(
  modes: readonly FailureMode[],
  { colour, width }: { readonly colour: boolean; readonly width: number | undefined },
): string {
  const paint = painter(colour);
  const families = [...new Set(modes.map(({ id }) => familyOf(id)))];
  const nameWidth = Math.max(...modes.map(({ id }) => id.length));
  const blocks = families.map((family) => {
    const rows = modes
      .filter(({ id }) => familyOf(id) === family)
      .map(({ id, title, reproduction }) => {
        const row = `  ${id.padEnd(nameWidth)}  ${title}${reproduction ? '' : ' (can not be reproduced here)'}`;
        return width === undefined ? row : cut(row, width);
      });
    return [paint('strong', family), ...rows].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function familyOf(id: string): string {
  return id.split('/')[0] ?? id;
}
