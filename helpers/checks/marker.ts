import { randomBytes } from 'node:crypto';
import { isSettled } from '../maillog/accepted-message';
import { hasCode, isOfClass, queuedAs } from '../smtp/answers';
import { composeMessage } from '../smtp/messages';
import { mechanismFor } from '../smtp/sasl/mechanism-for';
import { WireSession } from '../smtp/wire-session';
import type { LoginOffer, Target, TargetFacts } from '../targets/target';
import { patienceMs } from './patience';
import { loginRoute, trusts } from './routes';

/** The marker of a target: one for all its checks, so that those who ask at the same time share a message. */
export function markerOf(target: Target): Marker {
  const known = markers.get(target) ?? new Marker(target);
  markers.set(target, known);
  return known;
}

const markers = new WeakMap<Target, Marker>();

/**
 * Proves that nothing came: a later message, sent where relaying is allowed, is waited for at the sink. It is the
 * positive control too: where no message comes through, that none came proves nothing.
 */
class Marker {
  readonly #target: Target;
  #current: Promise<boolean> = Promise.resolve(true);
  #next: Promise<boolean> | undefined;
  #mechanism: string | undefined;

  constructor(target: Target) {
    this.#target = target;
  }

  /** Whether a marker sent after this call has arrived. Callers who ask at the same time share one. */
  comesThrough(): Promise<boolean> {
    this.#next ??= this.#current.then(() => {
      this.#next = undefined;
      this.#current = this.#send();
      return this.#current;
    });
    return this.#next;
  }

  // First from a trusted address, then as a user who logs in: one of the two works on any server worth asking.
  async #send(): Promise<boolean> {
    const { facts } = this.#target;
    return (
      (trusts(facts) && (await this.#sendFrom('inside', false))) ||
      (facts.logins.length > 0 && (await this.#sendFrom('outside', true)))
    );
  }

  /** By the mechanism that worked before, else by each that is offered: one may have no secrets behind it. */
  async #logIn(session: WireSession, route: LoginOffer): Promise<boolean> {
    const { facts } = this.#target;
    const first = this.#mechanism ?? facts.provenMechanism;
    const names = first && route.mechanisms.includes(first) ? [first] : route.mechanisms;
    for (const name of names) {
      const mechanism = mechanismFor(name, facts.user);
      if (!mechanism || !hasCode(await session.authenticate(mechanism), 235)) continue;
      this.#mechanism = name;
      return true;
    }
    return false;
  }

  async #sendFrom(vantage: 'inside' | 'outside', login: boolean): Promise<boolean> {
    const { facts, sink } = this.#target;
    const route = login ? loginRoute(facts) : serviceRoute(facts);
    const token = `marker-${randomBytes(4).toString('hex')}`;
    await using session = await WireSession.open({
      ...this.#target.clientAddress(vantage, route.port),
      title: `marker, ${vantage} → ${route.port}`,
      security: route.security,
      clientName: `${token}.${facts.senderDomain}`,
      timeoutMs: patienceMs(this.#target),
    });
    if (hasCode(session.opened, 220) && !session.extensions) await session.ehlo();
    if (!session.extensions) return false;
    if (login && !(await this.#logIn(session, route))) return false;
    const from = `${token}@${facts.senderDomain}`;
    const to = `${token}@${facts.foreignDomain}`;
    const { data } = await session.sendMail({ from, to: [to], message: composeMessage({ from, to: [to], token }) });
    if (!data || !isOfClass(data, 2)) return false;
    const isMarker = ({ rcptTo }: { readonly rcptTo: readonly string[] }) => rcptTo.includes(to);
    const arrival = sink.waitForMessage(isMarker, { timeoutMs: 10_000, what: 'the marker' }).then(
      () => true,
      // That it does not arrive is the answer here, not an error.
      () => false,
    );
    const queueId = facts.log === 'postfix' ? queuedAs(data) : undefined;
    if (!queueId) return arrival;
    // One that is deferred or bounced is not waited for any longer.
    const settled = this.#target.log.when((lines) => isSettled(lines, queueId), { timeoutMs: 10_000 });
    return Promise.race([arrival, settled.then(() => sink.find(isMarker) !== undefined)]);
  }
}

/** Where a client that does not log in comes. */
function serviceRoute({ ports }: TargetFacts): LoginOffer {
  const service = ports.find(({ role }) => role === 'smtp') ?? ports[0];
  const security = service?.role === 'submissions' ? 'implicit-tls' : 'plain';
  return { port: service?.port ?? 25, security, mechanisms: [] };
}
