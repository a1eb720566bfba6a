import type { Probe } from '../../sessions/probe';
import type { Route } from '../../sessions/route';
import { openRoutes } from './obstacles';

/** What a way to the server offers for logging in. */
export interface Offer {
  readonly route: Route;
  /** In upper case. */
  readonly mechanisms: readonly string[];
}

/** Looks what every port offers, in clear and in TLS. */
export async function offersOf(probe: Probe): Promise<readonly Offer[]> {
  const { starttls } = probe.facts;
  const routes = openRoutes(probe.facts).flatMap((route): readonly Route[] =>
    starttls.includes(route.port) ? [route, { ...route, security: 'starttls' }] : [route],
  );
  return Promise.all(
    routes.map(async (route) => {
      const { extensions } = await probe.tryToOpen(route);
      return { route, mechanisms: extensions?.authMechanisms ?? [] };
    }),
  );
}
