import type { ResultFile } from '../../helpers/model/result';
import { exitStatus } from '../result/summary';

/** What the same checks came to on several servers; `matrix.json` is this. */
export interface Matrix {
  readonly schema: 'smtp-auth-harness/matrix/2';
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** In the order of the columns. */
  readonly servers: readonly MatrixServer[];
}

/** One server of the matrix. */
export type MatrixServer =
  | {
      readonly kind: 'asked';
      readonly name: string;
      readonly result: ResultFile;
      /** Why not all is well although all checks held; undefined where the result explains itself. */
      readonly remark: string | undefined;
    }
  /** It can't be had on this machine. */
  | { readonly kind: 'absent'; readonly name: string; readonly reason: string }
  /** The run broke off before there was a result. */
  | { readonly kind: 'broken'; readonly name: string; readonly reason: string };

/** The exit status: as of one server, for all that could be had. That one can't be had is no fault, unless it is all. */
export function matrixStatus({ servers }: Matrix): 0 | 1 | 2 {
  const statuses = servers.filter(({ kind }) => kind !== 'absent').map(serverStatus);
  if (statuses.includes(1)) return 1;
  return statuses.length === 0 || statuses.includes(2) ? 2 : 0;
}

/** The exit status of one server's run. */
export function serverStatus(server: MatrixServer): 0 | 1 | 2 {
  if (server.kind !== 'asked') return 2;
  const status = exitStatus(server.result);
  return status === 0 && server.remark !== undefined ? 2 : status;
}

/** What came of all in a sentence, those that failed first: by name, or how many where they are many. */
export function matrixSentence({ servers }: Matrix): string {
  const named = (status: 0 | 1 | 2) =>
    servers.filter((server) => server.kind !== 'absent' && serverStatus(server) === status).map(({ name }) => name);
  const parts = [
    [named(1), 'failed'],
    [named(2), 'could not tell'],
    [named(0), 'held'],
  ] as const;
  const who = (names: readonly string[]) => (names.length <= 3 ? names.join(', ') : `${names.length} servers`);
  const shown = parts.filter(([names]) => names.length > 0).map(([names, words]) => `${who(names)} ${words}`);
  return shown.length > 0 ? `${shown.join('; ')}.` : 'No server could be had.';
}

/** A server with its version, such as `debian12 (Postfix 3.7.11)`. */
export function serverTitle(server: MatrixServer): string {
  const mta = server.kind === 'asked' ? server.result.target.mta : '';
  const version = serverVersion(server);
  return version === '' ? server.name : `${server.name} (${[mta, version].filter(Boolean).join(' ')})`;
}

/** The version of what was asked, as it said itself; empty where nobody could ask. */
export function serverVersion(server: MatrixServer): string {
  if (server.kind !== 'asked') return '';
  const { mta, versions } = server.result.target;
  return versions[mta.toLowerCase()] ?? '';
}
