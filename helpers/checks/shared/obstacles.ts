import type { Security } from '../../model/vantage';
import type { TargetFacts } from '../../targets/target';
import type { AuthRoute } from './auth-routes';

/** Why a check does not apply to a target; undefined where it does. */
export type Obstacle = (facts: TargetFacts) => string | undefined;

/** It applies to every target. */
export const noObstacle: Obstacle = () => undefined;

/** The first obstacle of several. */
export function anyOf(...obstacles: readonly Obstacle[]): Obstacle {
  return (facts) => obstacles.map((obstacle) => obstacle(facts)).find((reason) => reason !== undefined);
}

/** The target has such a port, and is to be asked on it. */
export function needsPort(port: number): Obstacle {
  return ({ ports }) =>
    ports.some((one) => one.port === port) ? undefined : `the target is not asked on port ${port}`;
}

/**
 * A port is there to which anybody may bring mail. On a submission port a server may turn away everybody who has not logged in
 * (RFC 6409 section 4.3).
 */
export function needsMailPort({ ports }: TargetFacts): string | undefined {
  return ports.some(({ role }) => role === 'smtp')
    ? undefined
    : 'it is asked on submission ports alone, where everybody may have to log in (RFC 6409 section 4.3)';
}

/** How somebody who does not log in comes to each port of the target. */
export function openRoutes({ ports }: TargetFacts): readonly { readonly port: number; readonly security: Security }[] {
  return ports.map(({ port, role }) => ({ port, security: role === 'submissions' ? 'implicit-tls' : 'plain' }));
}

/** Only a server of ours may be changed, or broken, on purpose. */
export function mustBeOurs({ mayBeBroken }: TargetFacts): string | undefined {
  return mayBeBroken ? undefined : 'only a reference server is changed or broken on purpose';
}

/** A server of ours whose logins Cyrus SASL checks, which may be changed too. */
export function mustHaveCyrusSasl(facts: TargetFacts): string | undefined {
  const notCyrus = 'this is about Cyrus SASL; here another checks logins (smtpd_sasl_type)';
  return mustBeOurs(facts) ?? (facts.saslType === 'cyrus' ? undefined : notCyrus);
}

/** It runs with the how-to's configuration: what that one makes of a server is no duty of another. */
export function mustBeHowto({ configuration }: TargetFacts): string | undefined {
  return configuration === 'howto' ? undefined : "this is about the how-to's configuration; the image has its own";
}

/** Somebody is known who can log in. */
export function needsUser({ logins, loginRefused }: TargetFacts): string | undefined {
  if (loginRefused !== undefined) return 'the user that is known does not get in: authenticated-relay/user-gets-in';
  return logins.length > 0 ? undefined : 'nobody is known who can log in; a profile says so: user: { name, password }';
}

/** Users are meant to log in on this way, by this mechanism if one is named. */
export function needsLogin({ port, security, words }: AuthRoute, mechanism?: string): Obstacle {
  return anyOf(needsPort(port), needsUser, (facts) => {
    const { logins } = facts;
    const offer = logins.find((one) => one.port === port && one.security === security);
    if (!offer) return `nobody is meant to log in ${words}`;
    if (mechanism !== undefined && isRefused(facts, mechanism)) return letsNobodyIn(mechanism);
    return mechanism === undefined || offer.mechanisms.includes(mechanism)
      ? undefined
      : `${mechanism} is not meant to be offered ${words}`;
  });
}

/** Users are meant to log in by this mechanism, wherever. */
export function needsMechanism(mechanism: string): Obstacle {
  return anyOf(needsUser, (facts) => {
    if (isRefused(facts, mechanism)) return letsNobodyIn(mechanism);
    return facts.logins.some(({ mechanisms }) => mechanisms.includes(mechanism))
      ? undefined
      : `${mechanism} is not meant to be offered`;
  });
}

function isRefused({ refusedMechanisms = [] }: TargetFacts, mechanism: string): boolean {
  return refusedMechanisms.some(({ name }) => name === mechanism);
}

/** Told once, by that check, and not by each of its ways to log in. */
function letsNobodyIn(mechanism: string): string {
  return `${mechanism} is offered and lets nobody in: authenticated-relay/user-gets-in`;
}

/** A client of this kind can be played, and what the server makes of it is known. */
export function needsVantage(name: TargetFacts['vantagePoints'][number]['name']): Obstacle {
  return ({ vantagePoints, trustRefused }) => {
    if (name === 'inside' && trustRefused !== undefined)
      return 'the client that is said to be trusted is not: open-relay/inside-anonymous-foreign';
    if (vantagePoints.some((point) => point.name === name)) return undefined;
    return name === 'inside'
      ? 'no address is known that relays without a login; a profile says so: offers: { trusted: [192.0.2.10] }'
      : `what the target makes of a client that is ${name} is not known`;
  };
}

/** An address is known that the server delivers itself. */
export function needsLocalRecipient({ knowsLocalRecipient }: TargetFacts): string | undefined {
  return knowsLocalRecipient
    ? undefined
    : 'no address of its own is known; a profile says so: localRecipient: alice@example.test';
}

/** STARTTLS is meant to be offered on the port. */
export function needsTls(port: number): Obstacle {
  return ({ starttls }) => (starttls.includes(port) ? undefined : `STARTTLS is not meant to be offered on ${port}`);
}

/** Messages may be sent to it. */
export function mayBeSent({ furthest }: TargetFacts): string | undefined {
  return furthest === 'recipient' ? 'nothing is sent past RCPT; --send lets it' : undefined;
}

/** What its user sends can be seen where it arrives. */
export function mustReachSink({ furthest, userRefused }: TargetFacts): string | undefined {
  if (userRefused !== undefined) return `its user may not relay: ${userRefused}`;
  return furthest === 'arrival' ? undefined : 'its messages are not seen where they arrive';
}

/** It can be seen in its log what becomes of a message, and of whom it is. */
export function needsPostfixLog({ log }: TargetFacts): string | undefined {
  return log === 'postfix' ? undefined : 'its log is not one of Postfix, which is the one that is read';
}
