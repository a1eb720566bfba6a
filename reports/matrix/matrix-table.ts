import { renderDetails } from '../terminal/details';
import { type Paint, painter, verdictSign } from '../terminal/paint';
import type { TableOptions } from '../terminal/table';
import { cut, wrap } from '../text/text-layout';
import { visible, visibleLine } from '../text/visible';
import { type Matrix, type MatrixServer, serverTitle, serverVersion } from './matrix';
import { matrixConclusion } from './matrix-conclusion';
import { type Cell, type MatrixRow, type MatrixSection, matrixSections } from './matrix-rows';

/** The table of all servers, a column each; below it what was seen where something is wrong, and each server's sum. */
export function renderMatrix(matrix: Matrix, options: TableOptions): string {
  const paint = painter(options.colour);
  const proseWidth = Math.min(options.width ?? 100, 120);
  const { servers } = matrix;
  const headings = columnHeadings(servers, proseWidth);
  return [
    headings.legend,
    ...matrixSections(servers).map((section) =>
      sectionText(section, { servers, headings, paint, width: options.width }),
    ),
    ...servers.flatMap((server) => detailsOf(server, { paint, proseWidth, verbose: options.verbose })),
    matrixConclusion(matrix, paint, proseWidth),
    options.reportPaths.join('\n'),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n');
}

/** What stands over the columns: names, or numbers with a legend where the names of images leave no room for the checks. */
interface Headings {
  readonly names: readonly string[];
  readonly legend: string;
}

function columnHeadings(servers: readonly MatrixServer[], width: number): Headings {
  const names = servers.map(({ name }) => visibleLine(name));
  const room = names.reduce((sum, name) => sum + name.length + 1, 0);
  if (room <= width * 0.6) return { names, legend: '' };
  return {
    names: names.map((_, index) => `${index + 1}`),
    legend: names.map((name, index) => `${index + 1}  ${name}`).join('\n'),
  };
}

interface Layout {
  readonly servers: readonly MatrixServer[];
  readonly headings: Headings;
  readonly paint: Paint;
  readonly width: number | undefined;
}

function sectionText({ heading, rows }: MatrixSection, { servers, headings, paint, width }: Layout): string {
  const widths = servers.map((server, index) => Math.max(headings.names[index]?.length ?? 0, version(server).length));
  const columns = (texts: readonly string[]) => texts.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' ');
  const signsWidth = columns(servers.map(() => '')).length + 4;
  const fitted = (text: string) => (width === undefined ? text : cut(text, width - signsWidth));
  const nameWidth = Math.min(Math.max(...rows.map(({ name }) => name.length)), 40);
  return [
    `  ${columns(headings.names)}  ${paint('strong', fitted(heading))}`,
    paint('faint', `  ${columns(servers.map(version))}`.trimEnd()),
    ...rows.flatMap((row) => [
      `  ${signs(row.cells, widths, paint)}  ${fitted(`${row.name.padEnd(nameWidth)}  ${visibleLine(row.title)}`)}`,
      ...obstacles(row, servers).map((text) => paint('faint', wrap(text, width ?? 100, '      '))),
    ]),
  ].join('\n');
}

function version(server: MatrixServer): string {
  return { asked: serverVersion(server) || '?', absent: 'not here', broken: 'no result' }[server.kind];
}

/** Each sign in the middle of its column; a cell that nobody could fill stays blank. */
function signs(cells: readonly Cell[], widths: readonly number[], paint: Paint): string {
  return cells
    .map(({ verdict }, index) => {
      const room = (widths[index] ?? 1) - 1;
      const before = ' '.repeat(Math.floor(room / 2));
      const after = ' '.repeat(room - before.length);
      return `${before}${verdict === undefined ? ' ' : verdictSign(verdict, paint)}${after}`;
    })
    .join(' ');
}

/** Why a check does not apply, each reason once, with the servers that have it where others have not. */
function obstacles({ cells }: MatrixRow, servers: readonly MatrixServer[]): readonly string[] {
  const reasons = new Set(cells.flatMap(({ obstacle }) => obstacle ?? []));
  return [...reasons].map((reason) => {
    const names = servers.filter((_, index) => cells[index]?.obstacle === reason).map(({ name }) => name);
    const everywhere = cells.every(({ verdict, obstacle }) => verdict === undefined || obstacle === reason);
    return everywhere ? visible(reason) : `${names.join(', ')}: ${visible(reason)}`;
  });
}

function detailsOf(server: MatrixServer, options: Parameters<typeof renderDetails>[1]): readonly string[] {
  if (server.kind !== 'asked') return [];
  const details = renderDetails(server.result.checks, options);
  return details.length === 0 ? [] : [options.paint('strong', `On ${serverTitle(server)}:`), ...details];
}
