import { randomBytes } from 'node:crypto';
import type { LoginOffer, Target } from '../targets/target';
import { arrival } from './arrival';
import { firstSpoken, logIn } from './log-in';
import { openSession } from './open-session';
import { loginRoute, type Route, routeInWords, serviceRoute, trusts } from './route';
import { sendTestMail } from './send-test-mail';

/**
 * Whether a message sent after this call has arrived at the sink, from a client that may relay. It proves that nothing came
 * before it, and that something would have: where no message comes through, that none came proves nothing. Callers who ask at
 * the same time share one.
 */
export function markerComesThrough(target: Target): Promise<boolean> {
  const known = markers.get(target) ?? new Marker(target);
  markers.set(target, known);
  return known.comesThrough();
}

const markers = new WeakMap<Target, Marker>();

class Marker {
  readonly #target: Target;
  #current: Promise<boolean> = Promise.resolve(true);
  #next: Promise<boolean> | undefined;

  constructor(target: Target) {
    this.#target = target;
  }

  comesThrough(): Promise<boolean> {
    // The one under way was sent before this call; it is the next one that answers it, for all who ask until then.
    const send = () => {
      this.#next = undefined;
      this.#current = this.#send();
      return this.#current;
    };
    this.#next ??= this.#current.then(send, send);
    return this.#next;
  }

  // First from a trusted address, then as a user who logs in: one of the two works on any server worth asking.
  async #send(): Promise<boolean> {
    const { facts } = this.#target;
    return (
      (trusts(facts) && (await this.#sendFrom({ vantage: 'inside', ...serviceRoute(facts) }))) ||
      (facts.logins.length > 0 && (await this.#sendFrom(loginRoute(facts))))
    );
  }

  async #sendFrom(route: Route & Partial<LoginOffer>): Promise<boolean> {
    const target = this.#target;
    const { user, senderDomain, foreignDomain } = target.facts;
    const token = `marker-${randomBytes(4).toString('hex')}`;
    await using session = await openSession(target, route, {
      title: `marker, ${routeInWords(route)}`,
      clientName: `${token}.${senderDomain}`,
    });
    if (!session.extensions) return false;
    const mechanism = firstSpoken(route.mechanisms ?? [], user);
    if (mechanism) await logIn(session, mechanism, user);
    const to = `${token}@${foreignDomain}`;
    const { last } = await sendTestMail(session, { from: `${token}@${senderDomain}`, to, token });
    return (await arrival(target, ({ rcptTo }) => rcptTo.includes(to), { answer: last })) !== undefined;
  }
}
