import { closeSync, openSync } from 'node:fs';
import { hostname } from 'node:os';
import { keptOwner } from '../../../containers/docker/leftovers';
import { toEnvironment } from '../../settings/settings';
import type { Target } from '../../targets/target';

/** The part of the process that keeps a server: starts it, says how to reach it, and stays until it is removed. */
export async function keep(start: () => Promise<Target>, say: (target: Target) => void): Promise<number> {
  Object.assign(process.env, toEnvironment({ owner: `${keptOwner}:${hostname()}:${process.pid}` }));
  const target = await start();
  say(target);
  letGoOfOutput();
  process.send?.('kept');
  process.disconnect?.();
  // The log ends with the container.
  while (!target.log.ended) await target.log.when(() => false, { timeoutMs: 60 * 60 * 1000 });
  await target[Symbol.asyncDispose]();
  return 0;
}

/**
 * All is said. Whoever passes on what was printed waits for its end. The number stays taken: the next file that is opened would
 * get it, and what is still printed with it.
 */
function letGoOfOutput(): void {
  if (process.stdout.isTTY) return;
  closeSync(1);
  openSync('/dev/null', 'w');
}

/** How to reach a server that is kept: from a shell, and as a client of each of its ports. */
export function wayIn({ containerId, facts, clientAddress }: Target, { state, clean }: KeptAs): string {
  const container = containerId.slice(0, 12);
  const clients = facts.ports.map(({ port, role }) => {
    const { host, port: mapped } = clientAddress('outside', port);
    return role === 'submissions'
      ? [`openssl s_client -quiet -connect ${host}:${mapped}`, `be a client of port ${port}, from outside`]
      : [`telnet ${host} ${mapped}`, `be a client of port ${port}, from outside`];
  });
  // What containers/ brings into every server with the how-to's configuration.
  const restart = facts.configuration === 'howto' ? [['mailctl restart', 'in it: what systemctl restart does']] : [];
  const lines = [
    [`docker exec -it ${container} sh`, 'get in'],
    [`docker logs -f ${container}`, 'what it logs'],
    ...clients,
    ...restart,
    [clean, 'remove it'],
  ];
  const width = Math.max(...lines.map(([command = '']) => command.length));
  return [
    `It is left running${state}:`,
    ...lines.map(([command = '', what]) => `  ${command.padEnd(width)}  ${what}`),
    '',
  ].join('\n');
}

/** What is said of a server beside how to reach it. */
export interface KeptAs {
  /** Such as `, broken`. */
  readonly state: string;
  /** The command that removes it. */
  readonly clean: string;
}
