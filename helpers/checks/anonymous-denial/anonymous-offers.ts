import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { authRoutes } from '../shared/auth-routes';
import { control, expectThat } from '../shared/findings';
import { anyOf, needsLogin, needsPort, needsTls, noObstacle } from '../shared/obstacles';

/** On each way to AUTH: ANONYMOUS is not among what is offered. */
export function anonymousNotOffered(): readonly Check[] {
  return authRoutes.map((route) => ({
    id: `anonymous-denial/not-offered-on-${route.name}`,
    title: `does not offer ANONYMOUS ${route.words}`,
    level: 'must' as const,
    reference: 'RFC 4505; Postfix smtpd_sasl_security_options',
    rows: [5],
    notApplicable: anyOf(needsPort(route.port), route.security === 'starttls' ? needsTls(route.port) : noObstacle),
    ask: async (probe: Probe): Promise<readonly Finding[]> => {
      const { extensions } = await probe.open(route);
      const offered = [...(extensions?.authMechanisms ?? []), ...(extensions?.legacyAuthMechanisms ?? [])];
      const named = offered.some((name) => name.toUpperCase() === 'ANONYMOUS');
      return [
        // Where nobody is meant to log in, no AUTH at all is as good.
        ...(needsLogin(route)(probe.facts) === undefined
          ? [control(expectThat(offered.length > 0, 'EHLO offers AUTH', 'no AUTH'))]
          : []),
        expectThat(!named, 'ANONYMOUS is not among the mechanisms', offered.join(' ')),
      ];
    },
  }));
}
