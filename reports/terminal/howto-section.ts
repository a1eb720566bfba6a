import type { ResultFile } from '../../helpers/model/result';
import { checksOfRow } from '../result/howto-rows';
import { rowStanding } from '../result/row-standing';
import { wrap } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import { type Paint, verdictSign } from './paint';

/** What stands over the rows of the how-to, wherever they are shown. */
export const howtoHeading = 'The how-to, row by row';

/** The section of the end table that says for each row of the how-to how many of its checks held, and which did not. */
export function howtoSection({ howto, checks }: ResultFile, paint: Paint, width: number): string {
  if (howto.length === 0) return '';
  const rows = howto.map((row) => {
    const sign = verdictSign(row.verdict, paint);
    const text = `${visibleLine(row.title)} · ${rowStanding(checksOfRow(row, checks))}`;
    return `  ${sign} ${String(row.number).padStart(2)}  ${wrap(text, width, ' '.repeat(8)).trimStart()}`;
  });
  return [paint('strong', howtoHeading), ...rows].join('\n');
}
