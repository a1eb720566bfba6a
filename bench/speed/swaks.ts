import type { Server } from './server';
import { envelope } from './spawn-client';
import { type Took, timed } from './timed';

/** One login and one mail by swaks, until the server has taken it. */
export function runSwaks({ target }: Server): Promise<Took> {
  const { host, port } = target.clientAddress('outside', 587);
  const { user, password } = target.facts.user;
  return timed([
    'swaks',
    ...['--server', host, '--port', String(port), '--ehlo', 'client.outside.example'],
    ...['--from', envelope.from, '--to', envelope.to],
    ...['--auth', 'PLAIN', '--auth-user', user, '--auth-password', password],
  ]);
}
