import type { Security, ServicePort, VantagePoint } from '../model/vantage';
import type { Route } from '../sessions/route';
import type { ClientCertificate } from '../smtp/session-options';

/** Where a client stands: a name of the lab, or the address of a trusted client. */
export type ClientVantage = 'inside' | 'outside' | 'listed' | 'nameless' | `${number}.${number}.${number}.${number}`;

/** How a client connects. */
export interface ClientOptions {
  /** By default `outside`: a stranger. `inside` is in `mynetworks`, `listed` on a block list, `nameless` without a PTR record. */
  readonly vantage?: ClientVantage | undefined;
  /** By default 25. */
  readonly port?: number | undefined;
  /** By default `implicit-tls` on 465 (RFC 8314) and `plain` elsewhere. */
  readonly security?: Security | undefined;
  /** A client certificate and its key, in PEM; within TLS only. */
  readonly tls?: ClientCertificate | undefined;
}

/** What a server has for clients to connect to. */
export interface ClientPoints {
  readonly vantagePoints: readonly VantagePoint[];
  readonly ports: readonly ServicePort[];
}

/** The way of such a client to the server. Throws a TypeError for a vantage point or a port that is not there. */
export function routeOf({ vantage = 'outside', port = 25, security, tls }: ClientOptions, points: ClientPoints): Route {
  const client = points.vantagePoints.find(({ name, address }) => name === vantage || address === vantage);
  if (!client) {
    const known = points.vantagePoints
      .filter(({ name }) => !name.startsWith('address:'))
      .map(({ name, address }) => (name.startsWith('client:') ? address : name));
    throw new TypeError(`no client connects from ${vantage}, only from ${known.join(', ')}`);
  }
  const service = points.ports.find((one) => one.port === port);
  if (!service) {
    throw new TypeError(`the server has no port ${port}, only ${points.ports.map((one) => one.port).join(', ')}`);
  }
  const usual = service.role === 'submissions' ? 'implicit-tls' : 'plain';
  const route = { vantage: client.name, port, security: security ?? usual };
  if (tls && route.security === 'plain') {
    throw new TypeError("a client certificate is shown within TLS only: add security: 'starttls' or 'implicit-tls'");
  }
  return route;
}
