import type { ServicePort } from './vantage';

/** The port by which checks know a service; a server that listens elsewhere is reached there by the same name. */
export function servicePort({ port, role }: Pick<ServicePort, 'port' | 'role'>): ServicePort {
  const known = { smtp: 25, submission: 587, submissions: 465 }[role];
  return known === port ? { port, role } : { port: known, role, listens: port };
}
