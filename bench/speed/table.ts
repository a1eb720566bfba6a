import type { Measured } from './measure';
import type { Row, SpeedTarget } from './row';

/** The rows as a table for a terminal, which Markdown takes too. */
export function tableOf(measured: readonly Measured[], { judged }: { readonly judged: boolean }): string {
  const head = [
    'row',
    'what',
    'median',
    'from – to',
    'processor',
    'peer',
    'ratio',
    'target',
    ...(judged ? ['reached'] : []),
  ];
  const lines = measured.map((one) => [
    one.name,
    one.title,
    inUnit(one.median, one.unit),
    `${short(one.least)} – ${short(one.most)} (${one.runs.length})`,
    one.processorMs === undefined ? '' : inUnit(one.processorMs / 1000, 's'),
    one.peer ? `${one.peer.name}: ${inUnit(one.peer.median, one.unit)}` : '',
    one.peer ? `${one.peer.ratio.toFixed(2)} ×` : '',
    targetInWords(one.target, one.unit),
    ...(judged ? [reachedInWords(one)] : []),
  ]);
  return columns([head, ...lines]);
}

/** Cells in columns. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const [head = '', ...body] = rows.map(
    (row) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`,
  );
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

/** A number as a reader takes it in, with its unit. */
export function inUnit(value: number, unit: Row['unit']): string {
  return `${short(value)} ${unit}`;
}

/** Whether the target is reached; undefined where that can't be told from this run alone. */
export function isReached({ target, median, peer }: Pick<Measured, 'target' | 'median' | 'peer'>): boolean | undefined {
  switch (target?.kind) {
    case 'at most':
      return median <= target.value;
    case 'at most, of the peer':
      return peer && peer.ratio <= target.value;
    case 'at least, of the peer':
      return peer && peer.ratio >= target.value;
    default:
      return undefined;
  }
}

function targetInWords(target: SpeedTarget | undefined, unit: Row['unit']): string {
  switch (target?.kind) {
    case 'at most':
      return `at most ${inUnit(target.value, unit)}`;
    case 'at most, of the peer':
      return `at most ${target.value} × the peer`;
    case 'at least, of the peer':
      return `at least ${target.value} × the peer`;
    case 'at most, of the other build':
      return `at most ${target.value} × another build`;
    case undefined:
      return '';
  }
}

function reachedInWords(measured: Measured): string {
  const reached = isReached(measured);
  return reached === undefined ? '' : reached ? 'yes' : 'no';
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
