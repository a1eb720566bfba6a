import type { Finding } from '../../helpers/model/diagnosis';
import { visibleLine } from '../text/visible';

/** A failure as it is told while a log is followed: when, what, the line that shows it, and what mends it. */
export function renderFollowed({ mode, confidence, last, undecided }: Finding, now: Date): string {
  const time = last?.time ?? now.toISOString();
  const decide = confidence === 'possible' ? (undecided[0]?.look ?? '') : (mode.repair.commands[0] ?? '');
  return [
    `${visibleLine(`${time} ${confidence}: ${mode.title}`)} (${mode.id})`,
    ...(last ? [`  ${visibleLine(last.text)}`] : []),
    `  ${mode.repair.words}${decide === '' ? '' : `\n    ${decide}`}`,
  ].join('\n');
}
