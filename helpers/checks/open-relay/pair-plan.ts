/** One session of a plan: some of the shapes, tried on a way to the server, in a state. All are numbers from 0 on. */
export interface PlannedSession {
  readonly batch: number;
  readonly way: number;
  readonly state: number;
}

/** What there is to be tried, and what goes with what. */
export interface PlanChoices {
  /** How many batches of shapes. */
  readonly batches: number;
  /** From where and to which port each way goes. */
  readonly ways: readonly { readonly vantage: string; readonly port: number }[];
  readonly states: number;
  readonly isPossible: (state: number, way: number) => boolean;
}

/**
 * Sessions in which every two values meet at least once: shape and vantage point, shape and port, shape and state, vantage point
 * and port, vantage point and state, port and state. Every batch goes every way once; the states are dealt out so that few
 * sessions more are needed: with a dozen ways and nine states none.
 */
export function planPairs(choices: PlanChoices): readonly PlannedSession[] {
  const { batches, ways, states } = choices;
  const open = new Set<string>();
  const sessions: PlannedSession[] = [];
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  const possible = (way: number) => numbers(states).filter((state) => choices.isPossible(state, way));
  const pairs = ({ batch, way, state }: PlannedSession) => {
    const { vantage, port } = ways[way] ?? {};
    return [`shape ${batch}, state ${state}`, `${vantage}, state ${state}`, `${port}, state ${state}`];
  };
  const worth = (session: PlannedSession) => pairs(session).filter((pair) => open.has(pair)).length;
  const add = (session: PlannedSession) => {
    sessions.push(session);
    for (const pair of pairs(session)) open.delete(pair);
  };
  const candidates = (batch: number, way: number) => possible(way).map((state) => ({ batch, way, state }));
  const all = numbers(ways.length).flatMap((way) => numbers(batches).flatMap((batch) => candidates(batch, way)));

  for (const session of all) for (const pair of pairs(session)) open.add(pair);
  for (const batch of numbers(batches)) {
    for (const way of numbers(ways.length)) {
      // By turns where none is worth more than the others.
      const [first, ...others] = turned(candidates(batch, way), batch + way);
      if (first) add(others.reduce((best, one) => (worth(one) > worth(best) ? one : best), first));
    }
  }
  while (open.size > 0) {
    const load = (way: number) => sessions.filter((one) => one.way === way).length;
    const [first, ...others] = all;
    if (!first) break;
    const isBetter = (one: PlannedSession, best: PlannedSession) =>
      worth(one) > worth(best) || (worth(one) === worth(best) && load(one.way) < load(best.way));
    add(others.reduce((best, one) => (isBetter(one, best) ? one : best), first));
  }
  return sessions;
}

function turned<T>(items: readonly T[], by: number): readonly T[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
