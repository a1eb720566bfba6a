import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Answer } from '../../model/answer';
import type { Vantage } from '../../model/vantage';
import { openSession } from '../../sessions/open-session';
import { sendTestMail } from '../../sessions/send-test-mail';
import { hasCode } from '../../smtp/answers';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { Target, TargetFacts } from '../../targets/target';
import { openRoutes } from '../shared/obstacles';
import { type Envelope, formsOfNmap, furtherShapes } from './address-shapes';

/** What came of a sender and a recipient in some circumstances. */
export interface Cell {
  /** Such as `address:ipv6-outside → 587, after a failed login`. */
  readonly words: string;
  /** Part of the recipient's address, and of no other one. */
  readonly token: string;
  readonly answer: Answer;
}

/**
 * Tries every shape of address from every stranger's vantage point, by IPv4 and IPv6, on every port; the states of a session
 * take turns, so that each shape meets each. By id of the shape; once for all checks, since a connection serves for several.
 */
export function relayCells(target: Target): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const known = cells.get(target) ?? tryAll(target);
  cells.set(target, known);
  return known;
}

const cells = new WeakMap<Target, Promise<ReadonlyMap<string, readonly Cell[]>>>();

const envelopes = [...formsOfNmap, ...furtherShapes];

/** Those of whom nobody can have said that they are meant to relay. */
const strangers: readonly Vantage[] = ['outside', 'address:ipv6-outside', 'listed', 'nameless'];

/** Postfix puts off each reply by a second after ten errors of a session (smtpd_soft_error_limit); a failed login is one too. */
const envelopesOfASession = 8;

type Route = ReturnType<typeof openRoutes>[number] & { readonly vantage: Vantage };

interface State {
  readonly words: string;
  readonly bring: (session: WireSession, facts: TargetFacts) => Promise<unknown>;
}

const states: readonly State[] = [
  { words: 'fresh', bring: async () => undefined },
  {
    words: 'after a failed login',
    bring: (session, { user }) => session.authenticate(plain({ ...user, password: `not-${user.password}` })),
  },
  { words: 'after a second EHLO', bring: (session, { hostname }) => session.ehlo(hostname) },
  {
    words: 'after a login that was cancelled',
    bring: async (session) => hasCode(await session.command('AUTH PLAIN'), 334) && session.command('*'),
  },
  {
    words: 'in TLS',
    bring: async (session) =>
      session.extensions?.keywords.STARTTLS !== undefined && hasCode(await session.startTls(), 220) && session.ehlo(),
  },
  {
    words: 'after a transaction',
    bring: async (session, { senderDomain, localRecipient }) => {
      await session.mail(`first@${senderDomain}`);
      await session.rcpt(localRecipient);
      return session.command('RSET');
    },
  },
];

async function tryAll(target: Target): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const found = new Map<string, Cell[]>(envelopes.map(({ id }) => [id, []]));
  // Of a server that runs somewhere it is asked once, and no more than that.
  if (target.facts.furthest !== 'arrival') return found;
  const tryAs = async (vantage: Vantage): Promise<boolean> => {
    const turn = strangers.indexOf(vantage);
    const routes = routesFrom(target.facts, vantage);
    const served = await Promise.all(
      routes.map((route, index) => tryFrom(target, route, { turn: turn + 2 * index, found })),
    );
    return served.includes(true);
  };
  const [usual, ...others] = strangers;
  // Who does not serve the usual client serves nobody, and each of them would wait for that.
  if (usual && (await tryAs(usual))) await Promise.all(others.map(tryAs));
  return found;
}

function routesFrom(facts: TargetFacts, vantage: Vantage): readonly Route[] {
  const point = facts.vantagePoints.find(({ name }) => name === vantage);
  if (!point) return [];
  const hears = ({ port }: { readonly port: number }) => !isIPv6(point.address) || facts.ipv6Ports.includes(port);
  return openRoutes(facts)
    .filter(hears)
    .map((route) => ({ ...route, vantage }));
}

/** Whether there were sessions; where there are none, there is nothing to go on with. */
async function tryFrom(
  target: Target,
  route: Route,
  { turn, found }: { readonly turn: number; readonly found: Map<string, Cell[]> },
): Promise<boolean> {
  for (let first = 0; first < envelopes.length; first += envelopesOfASession) {
    const state = states[(turn + first / envelopesOfASession) % states.length];
    const some = envelopes.slice(first, first + envelopesOfASession);
    if (state && !(await tryIn(target, route, { state, some, found }))) return false;
  }
  return true;
}

/** Some of them in one session, and in another where the server has enough of it. */
async function tryIn(
  target: Target,
  route: Route,
  {
    state,
    some,
    found,
  }: { readonly state: State; readonly some: readonly Envelope[]; readonly found: Map<string, Cell[]> },
): Promise<boolean> {
  const words = `${route.vantage} → ${route.port}, ${state.words}`;
  for (let rest = some; rest.length > 0; ) {
    await using session = await openSession(target, route);
    if (!session.extensions) return false;
    await state.bring(session, target.facts);
    let tried = 0;
    for (const envelope of rest) {
      tried++;
      const token = `c${randomBytes(5).toString('hex')}`;
      const answer = await tryOne(session, target, { envelope, token });
      found.get(envelope.id)?.push({ words, token, answer });
      if (answer.kind !== 'reply' || hasCode(answer, 421)) break;
    }
    rest = rest.slice(tried);
  }
  return true;
}

async function tryOne(
  session: WireSession,
  { facts, address }: Target,
  { envelope, token }: { readonly envelope: Envelope; readonly token: string },
): Promise<Answer> {
  const names = { x: token, X: facts.foreignDomain, H: facts.hostname, L: facts.domain, IP: address };
  const { last } = await sendTestMail(session, { from: envelope.from(names), to: envelope.to(names), token });
  if (last.kind === 'reply') await session.command('RSET');
  return last;
}
