import { foundBy, type Hole } from './other-servers';

/** What came of one server: correct, and with each hole. */
export interface Row {
  readonly name: string;
  readonly version: string;
  /** Which checks did not hold on the correct one. */
  readonly alarms: readonly string[];
  /** How many checks found the hole; no number where the server can't be opened so. */
  readonly found: ReadonlyMap<Hole, number>;
}

/** The table of the README. */
export function holesTable(rows: readonly Row[]): string {
  const holes = Object.keys(foundBy) as Hole[];
  const lines = [...rows]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((row) => [row.version, correct(row), ...holes.map((hole) => cell(row.found.get(hole)))]);
  return padded([['server', 'correct', ...holes.map((hole) => words[hole])], ...lines]);
}

const words: Readonly<Record<Hole, string>> = {
  'relay-for-all': 'relays for all',
  'private-networks': 'for private networks',
  submission: 'for all on 587',
  'own-sender': 'for its own senders',
  anonymous: 'takes anonymous logins',
  'auth-in-clear': 'AUTH without TLS',
};

function correct({ alarms }: Row): string {
  return alarms.length === 0 ? 'no false alarm' : `false alarm: ${alarms.join(', ')}`;
}

function cell(found: number | undefined): string {
  if (found === undefined) return 'has no such setting';
  return found > 0 ? 'found' : 'NOT FOUND';
}

/** As the formatter of the README has it. */
function padded(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
