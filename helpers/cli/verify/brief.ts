import type { Matrix, MatrixServer } from '../../../reports/matrix/matrix';
import { sumText } from '../../../reports/result/asked';
import { warnings } from '../../../reports/result/warnings';
import { visible, visibleLine } from '../../../reports/text/visible';
import type { ResultFile } from '../../model/result';

/** What `--quiet` shows: a line for each check that did not hold, what is warned of, and the sum. */
export function brief(result: Pick<ResultFile, 'checks' | 'summary' | 'durationMs'>): string {
  const { checks } = result;
  const notHeld = checks.filter(({ verdict }) => verdict === 'failed' || verdict === 'could-not-tell');
  const lines = notHeld.map(({ id, suite, verdict, reason = '' }) => {
    if (suite === 'harness') return visible(reason);
    const [first = ''] = reason.split('\n');
    return `${verdict === 'failed' ? 'failed' : 'could not tell'}: ${visibleLine(`${id}: ${first}`)}`;
  });
  const warned = warnings(result).map(({ text }) => visibleLine(`warning: ${text}`));
  return [...lines, ...warned, sumText(result), ''].join('\n');
}

/** The same of several servers, each line behind the name of its server. */
export function briefMatrix({ servers }: Matrix): string {
  return servers.map((server) => `${linesOf(server).join('\n')}\n`).join('');
}

function linesOf(server: MatrixServer): readonly string[] {
  const name = visibleLine(server.name);
  if (server.kind !== 'asked') {
    return [`${name} ${server.kind === 'absent' ? 'is not here' : 'has no result'}: ${visible(server.reason)}`];
  }
  const remark = server.remark === undefined ? [] : [`${name}: ${visible(server.remark)}`];
  const lines = brief(server.result).trimEnd().split('\n');
  return [...lines.map((line) => `${name}: ${line}`), ...remark];
}
