import type { Vantage } from '../../model/vantage';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import type { Credentials } from '../../smtp/sasl/mechanism-for';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { Target, TargetFacts } from '../../targets/target';
import { control, expectReply } from '../shared/findings';
import type { Obstacle } from '../shared/obstacles';

/** Of a server that serves others, a user might be locked out, or the machine from which it is asked. */
export const mustBeInLab: Obstacle = ({ furthest }) =>
  furthest === 'arrival' ? undefined : 'passwords are guessed at servers in the lab alone';

/** Whose password is guessed: where another user is known, not the one who logs in everywhere else. */
export function guessedUser({ guessed, user }: TargetFacts): Credentials {
  return guessed ?? user;
}

/**
 * A session in which to guess, from an address that nothing else comes from: what a server does to it, such as to shut it out for
 * an hour, no other check meets. From the usual one where the lab has no such.
 */
export function guesserSession(probe: Probe, check: 'times' | 'session' | 'address' | 'names'): Promise<WireSession> {
  const { facts } = probe;
  const vantage: Vantage = `client:guesses-${check}`;
  const isPlayed = facts.vantagePoints.some(({ name }) => name === vantage);
  return probe.tryToOpen({ ...loginRoute(facts, { mechanism: 'PLAIN' }), ...(isPlayed && { vantage }) });
}

/**
 * Who refuses everybody refuses guesses too, and that says nothing. Once for all who guess, and before the first of them: after
 * that, the user may be locked out.
 */
export function rightPasswordGetsIn(probe: Probe): Promise<Finding> {
  const known = loginsBefore.get(probe.target) ?? logInOnce(probe);
  loginsBefore.set(probe.target, known);
  return known;
}

const loginsBefore = new WeakMap<Target, Promise<Finding>>();

async function logInOnce(probe: Probe): Promise<Finding> {
  const { facts } = probe;
  const session = await probe.tryToOpen(loginRoute(facts, { mechanism: 'PLAIN' }));
  const answer = await session.authenticate(plain(facts.user));
  return control(expectReply('AUTH PLAIN with what is right', answer, ...facts.replies.loginAccepted));
}
