import { stripVTControlCharacters } from 'node:util';
import type { MatrixServer } from '../../reports/matrix/matrix';
import type { MatrixProgress } from '../../reports/matrix/matrix-progress';
import { type ErrorCode, HarnessError } from '../errors';
import { runOutcome } from './run-outcome';
import type { VerifyEnd } from './run-verify-project';

/** The servers to ask, and where. */
export interface MatrixRun {
  /** In the order of the report. */
  readonly servers: readonly string[];
  /** Whether somebody named them: that one can't be had is then no matter of the machine, and its result is missing. */
  readonly named: boolean;
  /** At least one. */
  readonly engines: readonly MatrixEngine[];
  readonly progress: Pick<MatrixProgress, 'stands' | 'ended' | 'say'>;
}

/** An engine, and what is done with servers there. */
export interface MatrixEngine {
  readonly name: string;
  /** How many are asked at the same time. */
  readonly atOnce: number;
  /** Sees to the server's image; throws a HarnessError where it can't be had. */
  readonly prepare: (server: string) => Promise<unknown>;
  readonly ask: (server: string) => Promise<VerifyEnd>;
  readonly answers: () => Promise<boolean>;
}

/** What came of the servers; the status is that of an interrupted run, undefined if nobody interrupted it. */
export interface MatrixEnd {
  readonly servers: readonly MatrixServer[];
  readonly interrupted: number | undefined;
}

/**
 * Asks all servers that can be had, each on the first engine that is free, and says of the others why they can't. Images first:
 * building disturbs clocks.
 */
export async function runMatrix({ servers, named, engines, progress }: MatrixRun): Promise<MatrixEnd> {
  const ends = new Map<string, MatrixServer>();
  const end = (server: MatrixServer) => {
    ends.set(server.name, server);
    if (interrupted === undefined) progress.ended(server);
  };
  let interrupted: number | undefined;

  const places = await Promise.all(engines.map((engine) => prepareAll(engine, { servers, named, progress })));
  for (const name of servers) {
    const lacking = places.filter(({ lacks }) => lacks.has(name));
    const reasons = new Set(lacking.map(({ lacks }) => lacks.get(name) ?? ''));
    progress.stands(name, 'waiting');
    if (lacking.length === places.length) {
      end({ kind: named ? 'broken' : 'absent', name, reason: [...reasons].join('\n') });
    } else {
      for (const { engine, lacks } of lacking) {
        progress.say(`${name} is not asked on ${engine.name}: ${lacks.get(name)}`);
      }
    }
  }

  const waiting = servers.filter((name) => !ends.has(name));
  const takeTurns = async (place: Place) => {
    const { engine, lacks } = place;
    while (interrupted === undefined && !place.isGone) {
      const index = waiting.findIndex((name) => !lacks.has(name));
      const [name] = index < 0 ? [] : waiting.splice(index, 1);
      if (name === undefined) return;
      progress.stands(name, 'starting');
      const asked = await engine.ask(name);
      if (asked.jest.kind === 'interrupted') interrupted = asked.jest.status;
      const server = askedServer(name, asked);
      end(server);
      if (interrupted === undefined && !isWhole(server) && !(await engine.answers())) {
        if (!place.isGone) progress.say(noMore(engine));
        place.isGone = true;
      }
    }
  };
  await Promise.all(places.flatMap((place) => Array.from({ length: place.engine.atOnce }, () => takeTurns(place))));
  const why = interrupted === undefined ? whoIsGone(places) : 'interrupted before its turn';
  for (const name of waiting) end({ kind: 'broken', name, reason: why });
  return { servers: servers.flatMap((name) => ends.get(name) ?? []), interrupted };
}

/** An engine in this run: the servers that it can't ask, with the reason, and whether it has gone. */
interface Place {
  readonly engine: MatrixEngine;
  readonly lacks: ReadonlyMap<string, string>;
  isGone: boolean;
}

async function prepareAll(
  engine: MatrixEngine,
  { servers, named, progress }: Pick<MatrixRun, 'servers' | 'named' | 'progress'>,
): Promise<Place> {
  const lacks = new Map<string, string>();
  try {
    for (const name of servers) {
      progress.stands(name, 'being made ready');
      const reason = await obstacle(engine.prepare(name), named ? [...notHere, ...wronglyNamed] : notHere);
      if (reason !== undefined) lacks.set(name, reason);
    }
    return { engine, lacks, isGone: false };
  } catch (error) {
    if (await engine.answers()) throw error;
    progress.say(noMore(engine));
    return { engine, lacks: new Map(), isGone: true };
  }
}

function isWhole(server: MatrixServer): boolean {
  return server.kind === 'asked' && server.remark === undefined && server.result.summary.couldNotTell === 0;
}

function noMore({ name }: MatrixEngine): string {
  return `${name} does not answer any more`;
}

function whoIsGone(places: readonly Place[]): string {
  const names = places.filter(({ isGone }) => isGone).map(({ engine }) => engine.name);
  return `no engine is left that could ask it: ${names.join(', ')} did not answer any more`;
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
