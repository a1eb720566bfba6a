import type { FoundLine } from '../model/diagnosis';
import type { LogSign } from '../model/failure-mode';
import type { Claim, Claims } from './claim';
import type { Judgement } from './line-judge';
import { unknownClient } from './login-event';
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
  /** By process; one that has ended stays for the next session of its process, as to make and remove them takes long. */
  readonly #known = new Map<number, Session>();
  /** Those with waiting lines that need their bytes. */
  #unsettled: Session[] = [];

  constructor(tally: Tally, claims: Claims, places: LinePlaces) {
    this.#tally = tally;
    this.#places = places;
    this.#claims = claims;
  }

  /** Takes the next line; what it counts for may only be known when its session goes on. */
  take(judgement: Pick<Judgement, 'program' | 'claim' | 'login'>, pid: number, place: number): void {
    const { claim, login } = judgement;
    const process = judgement.program * mostPids + pid;
    let session = this.#known.get(process);
    if (!session?.isOpen) {
      if (login?.kind !== 'refused' && !(claim && claim.due.length > 0)) {
        if (claim) this.#tally.add(claim, place);
        return;
      }
      session ??= this.#begin(process);
      session.isOpen = true;
    }
    const counting = claim && this.#follow(session, claim);
    if (login?.kind === 'refused') {
      const { client } = login;
      if (session.client !== unknownClient && client !== unknownClient && session.client !== client) {
        this.#count(session);
      }
      if (session.client === unknownClient) session.client = client;
      if (client !== unknownClient) session.refusals++;
      if (counting?.names) this.#tally.add(counting, place);
      else if (counting) this.#wait(session, counting, place);
      if (session.count > mostWaiting) this.#count(session);
      return;
    }
    const gotIn = login && (login.kind === 'accepted' || (login.kind === 'ended' && login.accepted > 0));
    const same = session.client === unknownClient || session.client === login?.client;
    // Each of its refused logins has its line: none was one too many.
    const usual = login?.kind === 'ended' && gotIn && same && session.refusals >= login.refused;
    if (counting && !usual) this.#tally.add(counting, place);
    if (!login) return;
    if (gotIn && same) forget(session);
    if (login.kind === 'accepted' && same) return;
    this.#count(session);
    session.due = undefined;
    session.isOpen = false;
  }

  /** Takes what it needs of the lines; after that their bytes may go. */
  settle(): void {
    for (const session of this.#unsettled) {
      for (let index = session.settled; index < session.count; index++) {
        const line = session.waiting[index] as WaitingLine;
        line.kept = this.#places.keep(line.place);
      }
      session.settled = session.count;
      session.isUnsettled = false;
    }
    this.#unsettled = [];
    this.#tally.settle();
  }

  /** Counts what still waits, as the end of all logs does. */
  end(): void {
    for (const session of this.#known.values()) this.#count(session);
    this.#known.clear();
    this.#tally.settle();
  }

  #begin(process: number): Session {
    if (this.#known.size >= mostSessions) this.#makeRoom();
    const session: Session = {
      isOpen: true,
      client: unknownClient,
      refusals: 0,
      waiting: [],
      count: 0,
      settled: 0,
      isUnsettled: false,
      due: undefined,
    };
    this.#known.set(process, session);
    return session;
  }

  /** Those that have ended go; of the others, the older half where they are too many. */
  #makeRoom(): void {
    for (const [process, { isOpen }] of this.#known) if (!isOpen) this.#known.delete(process);
    for (const [process, session] of this.#known) {
      if (this.#known.size <= mostSessions / 2) return;
      this.#count(session);
      this.#known.delete(process);
    }
  }

  #wait(session: Session, claim: Claim, place: number): void {
    const line = session.waiting[session.count];
    if (line) {
      line.claim = claim;
      line.place = place;
      line.kept = undefined;
    } else session.waiting.push({ claim, place, kept: undefined });
    session.count++;
    if (session.isUnsettled) return;
    session.isUnsettled = true;
    this.#unsettled.push(session);
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
    for (let index = 0; index < session.count; index++) {
      const { claim, place, kept } = session.waiting[index] as WaitingLine;
      this.#tally.add(claim, place, kept);
    }
    forget(session);
    session.client = unknownClient;
    session.refusals = 0;
  }
}

interface Session {
  isOpen: boolean;
  client: number;
  /** How many logins of this client were refused. */
  refusals: number;
  /** Lines of logins that were refused, until it is known whether the client gets in; so many of these. */
  readonly waiting: WaitingLine[];
  count: number;
  /** How many of these no longer need their bytes. */
  settled: number;
  isUnsettled: boolean;
  due: Set<LogSign> | undefined;
}

function forget(session: Session): void {
  for (let index = 0; index < session.settled; index++) (session.waiting[index] as WaitingLine).kept = undefined;
  session.count = 0;
  session.settled = 0;
}

interface WaitingLine {
  claim: Claim;
  place: number;
  kept: (() => FoundLine) | undefined;
}

const mostSessions = 10_000;
const mostWaiting = 20;
const mostPids = 0x400000;
