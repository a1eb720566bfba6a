import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { keptOwner } from '../../../containers/docker/leftovers';
import { asInvoked } from '../shared/as-invoked';
import { type ReproductionRun, reproduceAndKeep } from './run';

/**
 * Leaves the server running, broken. The world around it, its DNS and what receives its mail, is in this process's memory: so a
 * process of its own keeps both, until the server is removed; this one shows what it does and ends.
 */
export async function keepBroken(run: ReproductionRun): Promise<number> {
  if (process.env.HARNESS_KEEPER === '1') return beTheKeeper(run);
  const keeper = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    // Ctrl-C belongs to whoever waits here; what is kept stays.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, HARNESS_KEEPER: '1' },
  });
  const stop = () => keeper.kill('SIGTERM');
  process.on('SIGINT', stop);
  const [said] = await Promise.race([once(keeper, 'message'), once(keeper, 'exit')]);
  if (said !== 'kept') return typeof said === 'number' ? said : 2;
  keeper.disconnect();
  keeper.unref();
  return 0;
}

async function beTheKeeper(run: ReproductionRun): Promise<number> {
  process.env.HARNESS_OWNER = `${keptOwner}:${hostname()}:${process.pid}`;
  const target = await reproduceAndKeep(run);
  run.write(wayIn(target.containerId, target.clientAddress('outside', 25), target.clientAddress('outside', 587)));
  process.send?.('kept');
  process.disconnect?.();
  // The log ends with the container.
  while (!target.log.ended) await target.log.when(() => false, { timeoutMs: 60 * 60 * 1000 });
  await target[Symbol.asyncDispose]();
  return 0;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

function wayIn(id: string, port25: Address, port587: Address): string {
  const container = id.slice(0, 12);
  return asInvoked(`It is left running, broken:
  docker exec -it ${container} bash      get in
  docker logs -f ${container}            what it logs
  telnet ${port25.host} ${port25.port}                 be a client of port 25, from outside
  telnet ${port587.host} ${port587.port}                 the same of port 587
  mailctl restart                       in the container: what systemctl restart postfix does
  npm run reproduce -- --clean          remove it
`);
}
