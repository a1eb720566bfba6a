import type { ResultFile } from '../../helpers/model/result';
import { warnings, whatWarningsMean } from '../result/warnings';
import { counted } from '../text/counted';
import { wrap } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import type { Paint } from './paint';

/** What must be told although the checks held: at the top, since nobody looks for it among what held. */
export function renderWarnings(result: ResultFile, paint: Paint, width: number): string {
  const lines = warnings(result).map(({ text, checks }) =>
    wrap(visibleLine(`! ${text} (${counted(checks.length, 'check')}; ${whatWarningsMean})`), width, '  ').trimStart(),
  );
  return lines.length === 0 ? '' : paint('doubtful', lines.join('\n'));
}
