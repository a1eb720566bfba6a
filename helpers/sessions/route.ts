import type { Security, Vantage } from '../model/vantage';
import type { LoginOffer, TargetFacts } from '../targets/target';

/** Where a session goes: from a vantage point (outside, unless said) to a port, in a state of security. */
export interface Route {
  readonly vantage?: Vantage;
  readonly port: number;
  readonly security: Security;
}

/** A route as it is called in transcripts, such as `outside → 587, starttls`. */
export function routeInWords({ vantage = 'outside', port, security }: Route): string {
  return `${vantage} → ${port}${security === 'plain' ? '' : `, ${security}`}`;
}

/** Whether a client is known whose mail the server relays without a login. */
export function trusts({ vantagePoints, trustRefused }: TargetFacts): boolean {
  return trustRefused === undefined && vantagePoints.some(({ name }) => name === 'inside');
}

/** Where a client comes that does not log in: another mail server, or a client that is trusted by its address. */
export function serviceRoute({ ports }: TargetFacts): Route {
  const service = ports.find(({ role }) => role === 'smtp') ?? ports[0];
  return { port: service?.port ?? 25, security: service?.role === 'submissions' ? 'implicit-tls' : 'plain' };
}

/** Where a user best logs in: under TLS, on a submission port, and with the mechanism if one is asked for. */
export function loginRoute(
  { logins, ports }: TargetFacts,
  { mechanism, first }: { readonly mechanism?: string; readonly first?: Pick<LoginOffer, 'port' | 'security'> } = {},
): LoginOffer {
  const able = logins.filter(
    (offer) =>
      ports.some(({ port }) => port === offer.port) &&
      (mechanism === undefined || offer.mechanisms.includes(mechanism)),
  );
  const wanted = first && able.find(({ port, security }) => port === first.port && security === first.security);
  const best = wanted ?? [...able].sort((a, b) => preference(a) - preference(b))[0];
  if (!best) throw new Error('nobody can log in on the ports that are asked');
  return best;
}

/** The same on each port where somebody can log in. */
export function loginRoutes(
  facts: TargetFacts,
  how: { readonly mechanism: string; readonly first: Pick<LoginOffer, 'port' | 'security'> },
): readonly LoginOffer[] {
  const able = facts.logins.filter(({ mechanisms }) => mechanisms.includes(how.mechanism));
  const ports = facts.ports.filter((one) => able.some(({ port }) => port === one.port));
  return ports.map((one) => loginRoute({ ...facts, ports: [one] }, how));
}

function preference({ port, security }: LoginOffer): number {
  return [587, 465, 25].indexOf(port) + (security === 'plain' ? 10 : 0);
}
