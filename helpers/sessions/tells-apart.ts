import type { Answer } from '../model/answer';
import { hasCode, inWords, isOfClass } from '../smtp/answers';
import type { Target } from '../targets/target';
import { openSession } from './open-session';
import type { Route } from './route';

/** Whether what a server says can be taken for an answer. */
export interface Sense {
  /** Why nothing that was seen of it is one: no port gives a session that goes on. */
  readonly dead: string | undefined;
  /** Why no success is one: a port says the same to what does well and to what does not. */
  readonly same: string | undefined;
}

/**
 * Asked once a target, as soon as something seems to hold there: NOOP does well (RFC 5321 section 4.1.1.9), also where one has to log in
 * first (RFC 4954 section 6), and RCPT without MAIL does not (RFC 5321 section 4.1.4).
 */
export async function senseOf(target: Target): Promise<Sense> {
  const known = asked.get(target) ?? askPorts(target);
  asked.set(target, known);
  const sense = await known;
  // It may come back.
  if (sense.dead !== undefined) asked.delete(target);
  return sense;
}

const asked = new WeakMap<Target, Promise<Sense>>();

async function askPorts(target: Target): Promise<Sense> {
  const routes = target.facts.ports.map(
    ({ port, role }): Route => ({ port, security: role === 'submissions' ? 'implicit-tls' : 'plain' }),
  );
  const seen = await Promise.all(routes.map((route) => ask(target, route)));
  const [first] = seen;
  const [same] = seen.flatMap((one) => one.same ?? []);
  return { dead: seen.every(({ dead }) => dead !== undefined) ? first?.dead : undefined, same };
}

async function ask(target: Target, route: Route): Promise<Sense> {
  await using session = await openSession(target, route);
  const on = `on ${route.port}`;
  if (!session.extensions) return { dead: `${inWords(session.opened)} ${on}`, same: undefined };
  const well = await session.command('NOOP');
  if (!isAlive(well)) return { dead: `${inWords(well)} to NOOP ${on}`, same: undefined };
  const outOfOrder = await session.command('RCPT TO:<postmaster>');
  // Of one that is slow to answer nothing is said: there may be many at it.
  const isSame = isOfClass(outOfOrder, 2) || !isOfClass(well, 2);
  const same = `${inWords(well)} to NOOP and ${inWords(outOfOrder)} to RCPT without MAIL, ${on}`;
  return { dead: undefined, same: isSame ? same : undefined };
}

/** 421 is the last that is heard of it. */
function isAlive(answer: Answer): boolean {
  return answer.kind === 'reply' && !hasCode(answer, 421);
}
