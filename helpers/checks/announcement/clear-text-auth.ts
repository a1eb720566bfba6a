import type { Probe } from '../../sessions/probe';
import { plain } from '../../smtp/sasl/plain';
import type { Check } from '../check';
import { control, expectThat } from '../shared/findings';
import { anyOf, needsPort, type Obstacle } from '../shared/obstacles';

/** Where AUTH is for TLS alone: before it, none is offered, and none is taken. */
export function clearTextAuth(): readonly Check[] {
  return [25, 587].map((port) => ({
    id: `announcement/no-auth-in-clear-on-${port}`,
    title: `neither offers nor takes AUTH on ${port} before STARTTLS`,
    level: 'must',
    reference: 'RFC 4954 section 4; RFC 8314 section 3',
    notApplicable: anyOf(needsPort(port), mustBeForTls),
    ask: (probe) => takesNoAuth(probe, port),
  }));
}

const mustBeForTls: Obstacle = ({ authBeforeTls }) => {
  if (authBeforeTls === false) return undefined;
  return authBeforeTls
    ? 'AUTH is meant to be offered before TLS'
    : 'nobody said whether AUTH before TLS is meant; a profile does: offers: { authBeforeTls: false }';
};

async function takesNoAuth(probe: Probe, port: number) {
  const session = await probe.open({ port, security: 'plain' });
  const { authMechanisms = [], legacyAuthMechanisms = [] } = session.extensions ?? {};
  const offered = [...authMechanisms, ...legacyAuthMechanisms];
  const answer = await session.authenticate(plain(probe.facts.user));
  const refused = answer.kind === 'reply' && answer.code >= 400;
  return [
    control(expectThat(session.tls === undefined, 'no TLS', session.tls ?? '')),
    expectThat(offered.length === 0, 'no line AUTH', offered.join(' ')),
    expectThat(refused, 'AUTH PLAIN: a refusal', answer.kind === 'reply' ? String(answer.code) : answer.kind),
  ];
}
