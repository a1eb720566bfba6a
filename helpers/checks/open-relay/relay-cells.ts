import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Answer } from '../../model/answer';
import type { Vantage } from '../../model/vantage';
import { openSession } from '../../sessions/open-session';
import type { Route } from '../../sessions/route';
import { sendTestMail } from '../../sessions/send-test-mail';
import { hasCode, isOfClass } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import type { WireSession } from '../../smtp/wire-session';
import type { Target, TargetFacts } from '../../targets/target';
import { openRoutes } from '../shared/obstacles';
import { type Envelope, formsOfNmap, furtherShapes, type Names } from './address-shapes';
import { planPairs } from './pair-plan';
import { notToBeHad, type SessionState, sessionStates } from './session-states';

/** What came of a sender and a recipient in some circumstances. */
export interface Cell {
  /** Such as `address:ipv6-outside → 587, after a failed login`. */
  readonly words: string;
  /** Part of the recipient's address, and of no other one. */
  readonly token: string;
  readonly answer: Answer;
}

/** A way of a stranger to the server. */
export type StrangersWay = Route & { readonly vantage: Vantage };

/**
 * Tries every shape of address from every stranger's vantage point, by IPv4 and IPv6, on every port; the states of a session
 * take turns, so that any two of these meet: see pair-plan.ts. By id of the shape; once for all checks, since a connection
 * serves for several.
 */
export function relayCells(target: Target): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const known = cells.get(target) ?? tryPairs(target);
  cells.set(target, known);
  return known;
}

const cells = new WeakMap<Target, Promise<ReadonlyMap<string, readonly Cell[]>>>();

const envelopes = [...formsOfNmap, ...furtherShapes];

/** Those of whom nobody can have said that they are meant to relay. */
const strangers: readonly Vantage[] = ['outside', 'address:ipv6-outside', 'listed', 'nameless'];

/** Postfix puts off each reply by a second after ten errors of a session (smtpd_soft_error_limit); a failed login is one too. */
const envelopesOfASession = 8;

async function tryPairs(target: Target): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const found = new Map<string, Cell[]>(envelopes.map(({ id }) => [id, []]));
  const ways = waysOfStrangers(target.facts);
  const batches = inBatches(envelopes);
  const plan = planPairs({
    batches: batches.length,
    ways: ways.map(({ vantage, port }) => ({ vantage, port })),
    states: sessionStates.length,
    isPossible: (state, way) => isPossible(sessionStates[state], ways[way], target.facts),
  });
  const tryWay = async (way: StrangersWay, index: number): Promise<boolean> => {
    for (const session of plan.filter((one) => one.way === index)) {
      const state = sessionStates[session.state];
      const some = batches[session.batch] ?? [];
      const keep = ({ id }: Envelope, cell: Cell) => void found.get(id)?.push(cell);
      if (state && (await tryInState(target, way, { state, some, keep })) === 'no session') return false;
    }
    return true;
  };
  const tryFrom = (isMeant: (vantage: Vantage) => boolean) =>
    Promise.all(ways.flatMap((way, index) => (isMeant(way.vantage) ? [tryWay(way, index)] : [])));
  // Who does not serve the usual client serves nobody, and each of them would wait for that.
  const served = await tryFrom((vantage) => vantage === strangers[0]);
  if (served.includes(true)) await tryFrom((vantage) => vantage !== strangers[0]);
  return found;
}

/** From where and to which port strangers come; of a server that runs somewhere, each shape is asked once and no more than that. */
export function waysOfStrangers(facts: TargetFacts): readonly StrangersWay[] {
  if (facts.furthest !== 'arrival') return [];
  return strangers.flatMap((vantage) => {
    const point = facts.vantagePoints.find(({ name }) => name === vantage);
    if (!point) return [];
    const hears = ({ port }: { readonly port: number }) => !isIPv6(point.address) || facts.ipv6Ports.includes(port);
    return openRoutes(facts)
      .filter(hears)
      .map((route) => ({ ...route, vantage }));
  });
}

/** As many in each as a session bears. */
export function inBatches(all: readonly Envelope[]): readonly (readonly Envelope[])[] {
  const count = Math.ceil(all.length / envelopesOfASession);
  return Array.from({ length: count }, (_, index) =>
    all.slice(index * envelopesOfASession, (index + 1) * envelopesOfASession),
  );
}

export function isPossible(
  state: SessionState | undefined,
  way: StrangersWay | undefined,
  facts: TargetFacts,
): boolean {
  return way !== undefined && (state?.possible?.(way, facts) ?? true);
}

/** What is tried in a session, and who keeps what came of it. */
export interface Trials {
  readonly state: SessionState;
  readonly some: readonly Envelope[];
  readonly keep: (envelope: Envelope, cell: Cell) => void;
}

/**
 * Some of them in one session, and in another where the server has enough of it. Where there is no session, there is nothing to go
 * on with.
 */
export async function tryInState(
  target: Target,
  way: StrangersWay,
  { state, some, keep }: Trials,
): Promise<'tried' | 'no session' | 'no such state'> {
  const words = `${way.vantage} → ${way.port}, ${state.words}`;
  for (let rest = some; rest.length > 0; ) {
    await using session = await openSession(target, way);
    if (!session.extensions) return 'no session';
    if ((await state.bring(session, target.facts)) === notToBeHad) return 'no such state';
    let tried = 0;
    for (const envelope of rest) {
      tried++;
      const token = `c${randomBytes(5).toString('hex')}`;
      let answer = await tryOne(session, target, { envelope, token, state });
      if (mayWantTls(session, answer)) {
        if ((await bringInTls(session, state, target.facts)) === notToBeHad) return 'no such state';
        answer = await tryOne(session, target, { envelope, token, state });
      }
      keep(envelope, { words, token, answer });
      // Who says nothing to the first command says nothing to any.
      if (answer.kind === 'silence' && tried === 1) return 'no session';
      if (answer.kind === 'closed' || answer.kind === 'silence' || hasCode(answer, 421)) break;
    }
    rest = rest.slice(tried);
  }
  return 'tried';
}

/** RFC 3207 section 4: 530 to whatever is not TLS yet. It says nothing of addresses, and counts as an error each time. */
function mayWantTls({ extensions }: WireSession, answer: Answer): boolean {
  return hasCode(answer, 530) && extensions?.keywords.STARTTLS !== undefined;
}

/** The same state, within TLS. Where that does not begin, the session stays as it was. */
async function bringInTls(session: WireSession, state: SessionState, facts: TargetFacts): Promise<unknown> {
  if (!hasCode(await session.startTls(), 220)) return undefined;
  await session.ehlo();
  return state.bring(session, facts);
}

async function tryOne(
  session: WireSession,
  { facts, address }: Target,
  { envelope, token, state }: { readonly envelope: Envelope; readonly token: string; readonly state: SessionState },
): Promise<Answer> {
  const names: Names = { x: token, X: facts.foreignDomain, H: facts.hostname, L: facts.domain, IP: address };
  const mail = { from: envelope.from(names), to: envelope.to(names), token };
  const isPipelined = state.pipelined && session.extensions?.keywords.PIPELINING !== undefined;
  const last = isPipelined ? await sendPipelined(session, mail) : (await sendTestMail(session, mail)).last;
  if (last.kind === 'reply' || last.kind === 'garbage') await session.command('RSET');
  return last;
}

/** RFC 2920: MAIL and RCPT in one packet. */
async function sendPipelined(
  session: WireSession,
  { from, to, token }: Readonly<Record<'from' | 'to' | 'token', string>>,
): Promise<Answer> {
  session.send(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\n`);
  const [mail, rcpt] = [await session.readAnswer(), await session.readAnswer()];
  if (!isOfClass(mail, 2)) return mail;
  return isOfClass(rcpt, 2) ? session.data(composeMessage({ from, to: [to], token })) : rcpt;
}
