import { parseArgs } from 'node:util';
import type { Row } from './row';

/** What the command line asks for. */
export interface Options {
  /** Of rows; none: all that don't take minutes. */
  readonly names: readonly string[];
  readonly runs: number | undefined;
  readonly short: boolean;
  readonly long: boolean;
  readonly json: string | undefined;
  /** A commit to measure beside this one. */
  readonly against: string | undefined;
  readonly help: boolean;
}

/** Reads the command line; throws for one that is wrong. */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      runs: { type: 'string' },
      short: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      json: { type: 'string' },
      against: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { runs, short, long, json, against, help } = values;
  if (runs !== undefined && !/^[1-9]\d*$/.test(runs)) {
    throw Object.assign(new Error('--runs wants a number from 1 on'), { code: 'ERR_USAGE' });
  }
  return { names: positionals, runs: runs === undefined ? undefined : Number(runs), short, long, json, against, help };
}

/** What can be asked for. */
export function usage(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    'npm run bench -- [ROW...] [--short | --long] [--runs N] [--json FILE] [--against COMMIT]',
    '',
    ...rows.map(
      ({ name, title, peer, length }) =>
        `  ${name.padEnd(width)}  ${title}${peer ? `; beside ${peer}` : ''}${length === 'long' ? ' (--long)' : ''}`,
    ),
    '',
    '--short    a few seconds, to see that it works: its figures are not judged',
    '--long     with the rows that take minutes',
    '--against  measures another commit beside this one, in turn, and prints ratios',
  ].join('\n');
}
