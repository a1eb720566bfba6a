import type { CheckResult } from '../../helpers/model/result';
import { shortName } from '../result/short-name';
import { howtoHeading } from '../terminal/howto-section';
import type { MatrixServer } from './matrix';

/** Rows under one heading: those of a suite, or of the how-to. */
export interface MatrixSection {
  readonly heading: string;
  readonly rows: readonly MatrixRow[];
}

/** A row with a cell for each server, in their order. */
export interface MatrixRow {
  /** The id of the check; undefined for a row of the how-to. */
  readonly id: string | undefined;
  readonly name: string;
  readonly title: string;
  readonly cells: readonly Cell[];
}

/** A verdict; undefined where the server was not asked. */
export interface Cell {
  readonly verdict: CheckResult['verdict'] | undefined;
  /** Why the check does not apply there, undefined where it does. */
  readonly obstacle: string | undefined;
}

/** The checks of all servers by suite, each once, in the order in which they first appear; then the how-to's rows. */
export function matrixSections(servers: readonly MatrixServer[]): readonly MatrixSection[] {
  const columns = servers.map(askedChecks);
  const known = [...new Map(columns.flatMap((column) => [...column.values()]).map((each) => [each.id, each])).values()];
  const suites = [...new Set(known.map(({ suite }) => suite))].map((suite) => ({
    heading: suite,
    rows: known.filter((check) => check.suite === suite).map((check) => checkRow(check, columns)),
  }));
  const howto = howtoRows(servers);
  return howto.length === 0 ? suites : [...suites, { heading: howtoHeading, rows: howto }];
}

type Column = ReadonlyMap<string, CheckResult>;

function askedChecks(server: MatrixServer): Column {
  return new Map(server.kind === 'asked' ? server.result.checks.map((check) => [check.id, check]) : []);
}

function checkRow(check: CheckResult, columns: readonly Column[]): MatrixRow {
  const cells = columns.map((column) => {
    const result = column.get(check.id);
    return { verdict: result?.verdict, obstacle: result?.verdict === 'not-applicable' ? result.reason : undefined };
  });
  return { id: check.id, name: shortName(check), title: check.title, cells };
}

function howtoRows(servers: readonly MatrixServer[]): readonly MatrixRow[] {
  const columns = servers.map((server) => (server.kind === 'asked' ? server.result.howto : []));
  const known = new Map(columns.flat().map(({ number, title }) => [number, title]));
  return [...known]
    .sort(([a], [b]) => a - b)
    .map(([number, title]) => ({
      id: undefined,
      name: String(number).padStart(2),
      title,
      cells: columns.map((column) => ({
        verdict: column.find((row) => row.number === number)?.verdict,
        obstacle: undefined,
      })),
    }));
}
