import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { inRange } from '../postfix/version';
import { judgeFacts } from './judge-facts';
import type { Suspect } from './rank';

/** The modes that a server with these facts can have. */
export function suspectsAmong(modes: readonly FailureMode[], facts: ServerFacts): readonly Suspect[] {
  return modes
    .filter(({ versions }) => inRange(facts.postfixVersion, versions))
    .map((mode): Suspect => ({ mode, facts: judgeFacts(mode, facts) }))
    .filter((suspect) => !suspect.facts.contradicted);
}
