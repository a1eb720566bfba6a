import type { Smarthost, TargetFacts } from '../../targets/target';
import type { Probe } from '../probe';
import { mustBeOurs, needsPort } from '../routes';

/** For `notApplicable`: the target delivers by itself, as far as is known. */
export function needsSmarthost(facts: TargetFacts): string | undefined {
  if (facts.smarthost) return needsPort(587)(facts);
  return 'no smarthost of the target is known; --image smarthost starts a server that has one';
}

/** For `notApplicable` where a server of its own is needed, whose smarthost is out of order for a while. */
export function needsOwnSmarthost(facts: TargetFacts): string | undefined {
  return needsSmarthost(facts) ?? mustBeOurs(facts);
}

/** The smarthost of a target that has one. */
export function smarthostOf({ facts }: Probe): Smarthost {
  if (!facts.smarthost) throw new TypeError(`${facts.name} has no smarthost`);
  return facts.smarthost;
}
