import type { Probe } from '../../sessions/probe';
import { trusts } from '../../sessions/route';
import type { Smarthost } from '../../targets/target';
import { anyOf, type Obstacle } from '../shared/obstacles';

/** The target relays by a smarthost of ours, and somebody is known whose mail it relays. */
export const needsSmarthost: Obstacle = anyOf(
  ({ smarthost }) =>
    smarthost
      ? undefined
      : 'no smarthost of the target is known; a profile names it: offers: { smarthost: { host, user, password } }; ' +
        '--image smarthost has one',
  ({ furthest }) => (furthest === 'arrival' ? undefined : 'no message is sent to a server that runs elsewhere'),
  (facts) =>
    facts.logins.length > 0 || trusts(facts)
      ? undefined
      : 'nobody is known whose mail it relays; a profile says so: user: { name, password }, or offers: { trusted: [192.0.2.10] }',
);

/** The smarthost of a target that has one. */
export function smarthostOf({ facts }: Probe): Smarthost {
  if (!facts.smarthost) throw new TypeError(`${facts.name} has no smarthost`);
  return facts.smarthost;
}
