import { servicePort } from '../model/service-port';
import type { ServicePort } from '../model/vantage';
import { type DeadPort, type PortSurvey, survey } from './survey';

/**
 * What the ports of a running server speak. The well-known ones have their role by their number; of another it is seen: TLS at once,
 * logins, or neither. Each has the number by which checks know its role, the second of a role its own.
 */
export async function lookAtPorts(
  host: string,
  ports: readonly number[],
  limitMs = 10_000,
): Promise<{ readonly served: readonly PortSurvey[]; readonly dead: readonly DeadPort[] }> {
  const where = (port: number) => ({ host, port });
  const { served, dead } = await survey(
    where,
    ports.map((port) => ({ port, role: wellKnown.get(port) ?? 'submission' })),
    limitMs,
  );
  const mute = dead.filter(
    ({ service, connected, instead }) => !wellKnown.has(service.port) && connected && instead.kind === 'silence',
  );
  const inTls = await survey(
    where,
    mute.map(({ service: { port } }) => ({ port, role: 'submissions' })),
    Math.min(limitMs, handshakeMs),
  );
  const all = [...served.map(withRoleSeen), ...inTls.served].sort(byPlaceIn(ports));
  return {
    served: withNumbersOfRoles(all),
    dead: dead.filter(({ service: { port } }) => all.every(({ service }) => service.port !== port)),
  };
}

const wellKnown: ReadonlyMap<number, ServicePort['role']> = new Map([
  [25, 'smtp'],
  [465, 'submissions'],
  [587, 'submission'],
] as const);

// A server that waits for TLS has been waiting for it all the time.
const handshakeMs = 3_000;

function withRoleSeen(seen: PortSurvey): PortSurvey {
  const { port } = seen.service;
  const takesLogins = seen.mechanismsInClear.length + seen.mechanismsInTls.length > 0;
  return { ...seen, service: { port, role: wellKnown.get(port) ?? (takesLogins ? 'submission' : 'smtp') } };
}

/** In the order in which they were named, those with the numbers of their roles first. */
function byPlaceIn(ports: readonly number[]) {
  const place = ({ service: { port } }: PortSurvey) => ports.indexOf(port) + (wellKnown.has(port) ? 0 : ports.length);
  return (a: PortSurvey, b: PortSurvey) => place(a) - place(b);
}

function withNumbersOfRoles(surveys: readonly PortSurvey[]): readonly PortSurvey[] {
  const named: PortSurvey[] = [];
  for (const seen of surveys) {
    const service = servicePort(seen.service);
    const isTaken = named.some((one) => one.service.port === service.port);
    named.push({ ...seen, service: isTaken ? seen.service : service });
  }
  return named;
}
