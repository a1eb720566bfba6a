import { summaryText } from '../../../reports/result/summary';
import { visibleLine } from '../../../reports/text/visible';
import type { ResultFile } from '../../model/result';

/** What `--quiet` shows: a line for each check that did not hold, and the sum. */
export function brief({ checks, summary }: Pick<ResultFile, 'checks' | 'summary'>): string {
  const notHeld = checks.filter(({ verdict }) => verdict === 'failed' || verdict === 'could-not-tell');
  const lines = notHeld.map(({ id, verdict, reason = '' }) => {
    const [first = ''] = reason.split('\n');
    return `${verdict === 'failed' ? 'failed' : 'could not tell'}: ${visibleLine(`${id}: ${first}`)}`;
  });
  return [...lines, summaryText(summary), ''].join('\n');
}
