import type { FoundLine } from '../model/diagnosis';
import type { LogSign } from '../model/failure-mode';
import type { Claim, Claims } from './claim';
import type { Judgement } from './line-judge';
import type { LinePlaces, Tally } from './tally';

/**
 * Puts lines together that one process writes in one session, before they count.
 *
 * - Lines that follow from one that a mode is named by: `Requested identity not authenticated identity` is followed by
 *   `SASL PLAIN authentication failed: authentication failure`. That one has been explained, and suggests no wrong
 *   password. Each accompanying sign is used up by one line, so that the next session is judged anew.
 * - Logins that fail before one that succeeds: a client that falls back from CRAM-MD5 to PLAIN gets in, as it should.
 */
export class Sessions {
  readonly #tally: Tally;
  readonly #claims: Claims;
  readonly #places: LinePlaces;
  readonly #open = new Map<number, Session>();

  constructor(tally: Tally, claims: Claims, places: LinePlaces) {
    this.#tally = tally;
    this.#places = places;
    this.#claims = claims;
  }

  /** Takes the next line; what it counts for may only be known when its session goes on. */
  take(judgement: Judgement, pid: number, place: number): void {
    const { claim, login } = judgement;
    const process = judgement.program * mostPids + pid;
    let session = this.#open.get(process);
    if (!session && (login?.kind === 'refused' || (claim && claim.due.length > 0))) session = this.#begin(process);
    if (!session) {
      if (claim) this.#tally.add(claim, place);
      return;
    }
    const counting = claim && this.#follow(session, claim);
    if (login?.kind === 'refused') {
      if (session.client !== undefined && login.client !== undefined && session.client !== login.client) {
        this.#count(session);
      }
      session.client ??= login.client;
      if (login.client !== undefined) session.refusals++;
      if (counting?.names) this.#tally.add(counting, place);
      else if (counting) session.waiting.push({ claim: counting, place, kept: undefined });
      if (session.waiting.length > mostWaiting) this.#count(session);
      return;
    }
    const gotIn = login && (login.kind === 'accepted' || (login.kind === 'ended' && login.accepted > 0));
    const same = session.client === undefined || session.client === login?.client;
    // Each of its refused logins has its line: none was one too many.
    const usual = login?.kind === 'ended' && gotIn && same && session.refusals >= login.refused;
    if (counting && !usual) this.#tally.add(counting, place);
    if (!login) return;
    if (gotIn && same) forget(session);
    if (login.kind === 'accepted' && same) return;
    this.#count(session);
    this.#open.delete(process);
  }

  /** Takes what it needs of the lines; after that their bytes may go. */
  settle(): void {
    for (const session of this.#open.values()) {
      for (let index = session.settled; index < session.waiting.length; index++) {
        const line = session.waiting[index] as WaitingLine;
        line.kept = this.#places.keep(line.place);
      }
      session.settled = session.waiting.length;
    }
    this.#tally.settle();
  }

  /** Counts what still waits, as the end of all logs does. */
  end(): void {
    for (const session of this.#open.values()) this.#count(session);
    this.#open.clear();
    this.#tally.settle();
  }

  #begin(process: number): Session {
    const session: Session = { client: undefined, refusals: 0, waiting: [], settled: 0, due: undefined };
    this.#open.set(process, session);
    if (this.#open.size > mostSessions) {
      const [oldest] = this.#open;
      if (oldest) {
        this.#count(oldest[1]);
        this.#open.delete(oldest[0]);
      }
    }
    return session;
  }

  /** What a line still says when those before it are known; notes what it makes due itself. */
  #follow(session: Session, claim: Claim): Claim | undefined {
    const { due } = session;
    const follows = due !== undefined && due.size > 0 && claim.matched.some(({ sign }) => due.has(sign));
    if (follows) for (const { sign } of claim.matched) due.delete(sign);
    if (claim.due.length > 0) session.due = new Set(claim.due);
    return follows && !claim.names ? this.#claims.accompanying(claim) : claim;
  }

  #count(session: Session): void {
    for (const { claim, place, kept } of session.waiting) this.#tally.add(claim, place, kept);
    forget(session);
    session.client = undefined;
    session.refusals = 0;
  }
}

interface Session {
  client: string | undefined;
  /** How many logins of this client were refused. */
  refusals: number;
  /** Lines of logins that were refused, until it is known whether the client gets in. */
  readonly waiting: WaitingLine[];
  /** How many of these no longer need their bytes. */
  settled: number;
  due: Set<LogSign> | undefined;
}

function forget(session: Session): void {
  session.waiting.length = 0;
  session.settled = 0;
}

interface WaitingLine {
  readonly claim: Claim;
  readonly place: number;
  kept: (() => FoundLine) | undefined;
}

const mostSessions = 10_000;
const mostWaiting = 20;
const mostPids = 0x400000;
