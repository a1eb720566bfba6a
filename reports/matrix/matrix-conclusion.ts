import { summaryText } from '../result/summary';
import type { Paint } from '../terminal/paint';
import { durationText, wrap } from '../text/text-layout';
import { visible } from '../text/visible';
import { type Matrix, type MatrixServer, matrixStatus, serverStatus, serverTitle } from './matrix';

/** What came of each server, why some have no result, and how many there were. */
export function matrixConclusion(matrix: Matrix, paint: Paint, width: number): string {
  const asked = matrix.servers.filter(({ kind }) => kind === 'asked').length;
  const sum = `${asked} of ${matrix.servers.length} servers asked in ${durationText(matrix.durationMs)}`;
  const lines = matrix.servers.map((server) => {
    const status = server.kind === 'absent' ? 2 : serverStatus(server);
    const remarks = remarksOn(server).map((text) => wrap(visible(text), width, '  '));
    return paint(styles[status], [serverSum(server), ...remarks].join('\n'));
  });
  return `${lines.join('\n')}\n\n${paint(styles[matrixStatus(matrix)], sum)}`;
}

/** What came of a server, in one line, as `debian12 (Postfix 3.7.11): 113 held, 2 failed (14.2 s)`. */
export function serverSum(server: MatrixServer): string {
  switch (server.kind) {
    case 'asked': {
      const { summary, durationMs } = server.result;
      return `${serverTitle(server)}: ${summaryText(summary)} (${durationText(durationMs)})`;
    }
    case 'absent':
      return `${server.name} is not here`;
    case 'broken':
      return `${server.name} has no result`;
  }
}

/** The style for an exit status. */
const styles = ['good', 'bad', 'doubtful'] as const;

function remarksOn(server: MatrixServer): readonly string[] {
  return server.kind === 'asked'
    ? [server.result.target.notice, server.remark].filter((text) => text !== undefined)
    : [server.reason];
}
