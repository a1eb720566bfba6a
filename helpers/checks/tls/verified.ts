import { rootCertificates } from 'node:tls';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { type Route, routeInWords } from '../../sessions/route';
import { inWords } from '../../smtp/answers';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectThat } from '../shared/findings';
import { tlsRoutes } from './survey';

/** A certificate is worth what a client can verify of it: that is asked where it is known who has issued it. */
export function verified(): readonly Check[] {
  return [
    {
      id: 'tls/certificate-verified',
      title:
        'shows a certificate that a client can verify who knows its authority: the whole chain, of now, for its name',
      level: 'must',
      reference: 'RFC 5280 section 6; RFC 9525 section 6; RFC 8446 section 4.4.2',
      rows: [13],
      notApplicable: (facts) => (tlsRoutes(facts).length > 0 ? undefined : 'no TLS is meant to be offered'),
      ask: async (probe) => {
        if (!probe.target.authority) {
          throw new NotApplicable('it has a certificate of its own, and nobody knows who vouches for that');
        }
        const findings = [];
        for (const route of tlsRoutes(probe.facts)) findings.push(...(await verifyOn(probe, route)));
        return findings;
      },
    },
  ];
}

async function verifyOn(probe: Probe, route: Route): Promise<readonly Finding[]> {
  const words = routeInWords(route);
  const name = probe.facts.hostname;
  const session = await probe.tryToOpen(route);
  // That a client looks at all is shown by one who knows others alone.
  const stranger = await probe.tryToOpen(route, { trust: { root: rootCertificates[0] ?? '', name } });
  return [
    control(expectThat(stranger.tls === undefined, `${words}: not taken by who knows other authorities`, 'it is')),
    expectThat(session.tls !== undefined, `${words}: a certificate that can be verified`, inWords(session.opened)),
  ];
}
