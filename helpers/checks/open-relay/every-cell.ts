import type { Target } from '../../targets/target';
import { type Envelope, plainly, senderShapes } from './address-shapes';
import { type Cell, inBatches, isPossible, tryInState, waysOfStrangers } from './relay-cells';
import { allSessionStates } from './session-states';

/** What came of an envelope in all circumstances there are. */
export interface EveryCell {
  readonly cells: readonly Cell[];
  /** How many there would have been. */
  readonly of: number;
}

/**
 * The whole product for one shape of recipient: every sender, from every stranger's vantage point, on every port, in every state of
 * a session, and in some that follow on each other. As far as it comes until the deadline. Where the recipient is a plain one, it is
 * the sender that is asked about, and there is no other.
 */
export async function everyCell(target: Target, envelope: Envelope, deadlineMs: number): Promise<EveryCell> {
  const { facts } = target;
  const senders = envelope.to === plainly ? [envelope.from] : senderShapes;
  const batches = inBatches(senders.map((from) => ({ ...envelope, from })));
  const cells: Cell[] = [];
  let of = 0;
  const keep = (_: Envelope, cell: Cell) => void cells.push(cell);
  const works = waysOfStrangers(facts).map((way) => {
    const sessions = allSessionStates
      .filter((state) => isPossible(state, way, facts))
      .flatMap((state) => batches.map((some) => ({ state, some, keep })));
    of += sessions.reduce((sum, { some }) => sum + some.length, 0);
    return async () => {
      for (const session of sessions) {
        if (performance.now() > deadlineMs) return;
        const outcome = await tryInState(target, way, session);
        if (outcome === 'no session') return;
        if (outcome === 'no such state') of -= session.some.length;
      }
    };
  });
  await Promise.all(works.map((work) => work()));
  return { cells, of };
}
