import { inWords, isOfClass } from '../smtp/answers';
import type { Target } from '../targets/target';
import { openSession } from './open-session';
import type { Route } from './route';

/**
 * The ports that do not tell one command from another, with what they say: what such a server answers is no answer to anything.
 * Asked once a target: NOOP does well (RFC 5321 section 4.1.1.9), also where one has to log in first (RFC 4954 section 6), and
 * RCPT without MAIL does not (RFC 5321 section 4.1.4).
 */
export function portsThatSayTheSame(target: Target): Promise<readonly string[]> {
  const known = asked.get(target) ?? askPorts(target);
  asked.set(target, known);
  return known;
}

const asked = new WeakMap<Target, Promise<readonly string[]>>();

async function askPorts(target: Target): Promise<readonly string[]> {
  const routes = target.facts.ports.map(
    ({ port, role }): Route => ({ port, security: role === 'submissions' ? 'implicit-tls' : 'plain' }),
  );
  return (await Promise.all(routes.map((route) => ask(target, route)))).flat();
}

async function ask(target: Target, route: Route): Promise<readonly string[]> {
  await using session = await openSession(target, route);
  // Whoever asked something there was told that there is no session.
  if (!session.extensions) return [];
  const well = await session.command('NOOP');
  const outOfOrder = isOfClass(well, 2) ? await session.command('RCPT TO:<postmaster>') : well;
  const isTold = outOfOrder.kind === 'reply' && !isOfClass(outOfOrder, 2);
  return isTold && outOfOrder !== well
    ? []
    : [`${inWords(well)} to NOOP and ${inWords(outOfOrder)} to RCPT without MAIL, on ${route.port}`];
}
