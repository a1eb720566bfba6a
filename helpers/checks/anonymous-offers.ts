import type { Finding } from '../model/verdict';
import type { Check } from './check';
import { control, expectThat } from './findings';
import type { Probe } from './probe';
import { authRoutes, needsPort } from './routes';

/** On each way to AUTH: ANONYMOUS is not among what is offered. */
export function anonymousNotOffered(): readonly Check[] {
  return authRoutes.map((route) => ({
    id: `anonymous-denial/not-offered-on-${route.name}`,
    title: `does not offer ANONYMOUS ${route.words}`,
    level: 'must' as const,
    reference: 'RFC 4505; Postfix smtpd_sasl_security_options',
    rows: [5],
    notApplicable: needsPort(route.port),
    ask: async (probe: Probe): Promise<readonly Finding[]> => {
      const { extensions } = await probe.open(route);
      const offered = [...(extensions?.authMechanisms ?? []), ...(extensions?.legacyAuthMechanisms ?? [])];
      const named = offered.some((name) => name.toUpperCase() === 'ANONYMOUS');
      return [
        control(expectThat(offered.length > 0, 'EHLO offers AUTH', 'no AUTH')),
        expectThat(!named, 'ANONYMOUS is not among the mechanisms', offered.join(' ')),
      ];
    },
  }));
}
