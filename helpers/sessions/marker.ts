import { randomBytes } from 'node:crypto';
import { hasCode } from '../smtp/answers';
import { mechanismFor } from '../smtp/sasl/mechanism-for';
import type { WireSession } from '../smtp/wire-session';
import type { LoginOffer, Target } from '../targets/target';
import { arrival } from './arrival';
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
  #mechanism: string | undefined;

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
    const { senderDomain, foreignDomain } = target.facts;
    const token = `marker-${randomBytes(4).toString('hex')}`;
    await using session = await openSession(target, route, {
      title: `marker, ${routeInWords(route)}`,
      clientName: `${token}.${senderDomain}`,
    });
    if (!session.extensions) return false;
    if (route.mechanisms && !(await this.#logIn(session, route.mechanisms))) return false;
    const to = `${token}@${foreignDomain}`;
    const { last } = await sendTestMail(session, { from: `${token}@${senderDomain}`, to, token });
    return (await arrival(target, ({ rcptTo }) => rcptTo.includes(to), { answer: last })) !== undefined;
  }
  /** By the mechanism that worked before, else by each that is offered: one may have no secrets behind it. */
  async #logIn(session: WireSession, offered: readonly string[]): Promise<boolean> {
    const { user, provenMechanism } = this.#target.facts;
    const first = this.#mechanism ?? provenMechanism;
    for (const name of first && offered.includes(first) ? [first] : offered) {
      const mechanism = mechanismFor(name, user);
      if (!mechanism || !hasCode(await session.authenticate(mechanism), 235)) continue;
      this.#mechanism = name;
      return true;
    }
    return false;
  }
}
