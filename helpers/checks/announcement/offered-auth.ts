import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { plain } from '../../smtp/sasl/plain';
import type { Variant } from '../../targets/target';
import type { Check } from '../check';
import { type AuthRoute, authRoutes } from '../shared/auth-routes';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, mustBeHowto, mustBeOurs, needsLogin, needsPort } from '../shared/obstacles';

/** AUTH on each way to it, in the right form and in the old one; and none where it is switched off. */
export function offeredAuth(): readonly Check[] {
  return [
    ...authRoutes.map(
      (route): Check => ({
        id: `announcement/auth-on-${route.name}`,
        title: `offers AUTH ${route.words}`,
        level: 'must',
        reference: 'RFC 4954 section 3; Postfix smtpd_sasl_auth_enable',
        rows: [3],
        notApplicable: needsLogin(route),
        ask: (probe) => offersAuth(probe, route),
      }),
    ),
    ...authRoutes.map(
      (route): Check => ({
        id: `announcement/legacy-auth-on-${route.name}`,
        title: `offers the same mechanisms in the old form AUTH= ${route.words}`,
        level: 'must',
        reference: 'Postfix broken_sasl_auth_clients',
        rows: [4],
        notApplicable: anyOf(mustBeHowto, needsPort(route.port)),
        ask: (probe) => offersBothForms(probe, route),
      }),
    ),
    ...[25, 587, 465].map(
      (port): Check => ({
        id: `announcement/no-auth-when-off-on-${port}`,
        title: `offers no AUTH and refuses it with 503 on ${port} when smtpd_sasl_auth_enable = no`,
        level: 'must',
        reference: 'RFC 4954 section 4; Postfix smtpd_sasl_auth_enable',
        rows: [3],
        notApplicable: anyOf(mustBeOurs, needsPort(port)),
        ask: (probe) => offersNothingWhenOff(probe, port),
      }),
    ),
  ];
}

async function offersAuth(probe: Probe, route: AuthRoute): Promise<readonly Finding[]> {
  const { extensions } = await probe.open(route);
  const mechanisms = extensions?.authMechanisms ?? [];
  return [expectThat(mechanisms.length > 0, 'a line AUTH with mechanisms', mechanisms.join(' ') || 'none')];
}

// The directive's name promises to refuse such clients; what it does is to speak to them.
async function offersBothForms(probe: Probe, route: AuthRoute): Promise<readonly Finding[]> {
  const { extensions } = await probe.open(route);
  const [right, old] = [extensions?.authMechanisms ?? [], extensions?.legacyAuthMechanisms ?? []];
  return [
    control(expectThat(right.length > 0, 'a line AUTH', 'none')),
    expectThat(old.join(' ') === right.join(' '), `AUTH=${right.join(' ')}`, old.join(' ') || 'no line AUTH='),
  ];
}

const authOff: Variant = { name: 'auth-off', before: "postconf -e 'smtpd_sasl_auth_enable = no'" };

async function offersNothingWhenOff(probe: Probe, port: number): Promise<readonly Finding[]> {
  const off = await probe.on(authOff);
  const session = await off.open({ port, security: port === 465 ? 'implicit-tls' : 'plain' });
  const { authMechanisms = [], legacyAuthMechanisms = [] } = session.extensions ?? {};
  const offered = [...authMechanisms, ...legacyAuthMechanisms];
  const answer = await session.authenticate(plain(probe.facts.user));
  return [
    expectThat(offered.length === 0, 'no line AUTH', offered.join(' ')),
    expectReply('AUTH PLAIN', answer, { code: 503, enhanced: '5.5.1' }),
  ];
}
