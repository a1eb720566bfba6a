import { stripVTControlCharacters } from 'node:util';
import type { MatrixServer } from '../../reports/matrix/matrix';
import type { MatrixProgress } from '../../reports/matrix/matrix-progress';
import { type ErrorCode, HarnessError } from '../errors';
import { atMost } from './at-most';
import { runOutcome } from './run-outcome';
import type { VerifyEnd } from './run-verify-project';

/** The servers to ask, and how. */
export interface MatrixRun {
  /** In the order of the report. */
  readonly servers: readonly string[];
  /** Whether somebody named them: that one can't be had is then no matter of the machine, and its result is missing. */
  readonly named: boolean;
  /** How many are asked at the same time. */
  readonly atOnce: number;
  /** Sees to the server's image; throws a HarnessError where it can't be had. */
  readonly prepare: (server: string) => Promise<unknown>;
  readonly ask: (server: string) => Promise<VerifyEnd>;
  readonly progress: Pick<MatrixProgress, 'stands' | 'ended'>;
}

/** What came of the servers; the status is that of an interrupted run, undefined if nobody interrupted it. */
export interface MatrixEnd {
  readonly servers: readonly MatrixServer[];
  readonly interrupted: number | undefined;
}

/** Asks all servers that can be had, and says of the others why they can't. Images first: building disturbs clocks. */
export async function runMatrix({ servers, named, atOnce, prepare, ask, progress }: MatrixRun): Promise<MatrixEnd> {
  const absent = new Map<string, MatrixServer>();
  for (const name of servers) {
    progress.stands(name, 'being made ready');
    const reason = await obstacle(prepare(name), named ? [...notHere, ...wronglyNamed] : notHere);
    if (reason === undefined) {
      progress.stands(name, 'waiting');
    } else {
      const server = { kind: named ? 'broken' : 'absent', name, reason } as const;
      absent.set(name, server);
      progress.ended(server);
    }
  }

  let interrupted: number | undefined;
  const asked = await atMost(atOnce, servers, async (name) => {
    const known = absent.get(name);
    if (known !== undefined) return known;
    if (interrupted !== undefined) return { kind: 'broken', name, reason: 'interrupted before its turn' } as const;
    progress.stands(name, 'starting');
    const end = await ask(name);
    if (end.jest.kind === 'interrupted') interrupted = end.jest.status;
    const server = askedServer(name, end);
    if (interrupted === undefined) progress.ended(server);
    return server;
  });
  return { servers: asked, interrupted };
}

/** What keeps one server from being asked, and no other. */
const notHere: readonly ErrorCode[] = ['ENOIMAGE', 'EBUILD'];
const wronglyNamed: readonly ErrorCode[] = ['EPROFILE', 'EUSAGE', 'ENOPACKAGE'];

async function obstacle(preparation: Promise<unknown>, ofOne: readonly ErrorCode[]): Promise<string | undefined> {
  try {
    await preparation;
    return undefined;
  } catch (error) {
    if (error instanceof HarnessError && ofOne.includes(error.code)) return error.message;
    throw error;
  }
}

function askedServer(name: string, { jest, result, output }: VerifyEnd): MatrixServer {
  const { remark } = runOutcome(jest, result);
  const told = [lastLines(output), remark].filter(Boolean).join('\n');
  return result === undefined
    ? { kind: 'broken', name, reason: told }
    : { kind: 'asked', name, result, remark: remark && told };
}

/** What a run printed at last says why it broke; what came before may be the whole output of a build. */
function lastLines(output: string): string {
  return stripVTControlCharacters(output).trim().split('\n').slice(-20).join('\n');
}
