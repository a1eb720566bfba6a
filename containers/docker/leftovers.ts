import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setting } from '../../helpers/settings/settings';
import { dockerEngine, type Engine } from './engine';

/** The label on everything that the harness starts; its value is the owner. */
export const ownerLabel = 'smtp-auth-harness.owner';

/** Who started it: one process on one host. Workers take their parent's from the environment. */
export function owner(): string {
  return setting('owner', process.env) ?? [hostname(), process.pid, startOf(process.pid)].filter(Boolean).join(':');
}

/** Removes what this run has started and not ended itself; what is being started meanwhile too. */
export async function removeOwn(): Promise<void> {
  let found = 1;
  // Bounded: what the engine can't remove in so many passes, it can't remove.
  for (let pass = 0; pass < 10 && found > 0; pass++) found = await removeWhere((value) => value === owner());
}

/** Removes what runs have left that were killed before they could clean up: their process is no more. */
export async function removeOrphans(): Promise<number> {
  return removeWhere((value) => {
    const [host, pid, start] = value.split(':');
    return host === hostname() && !isAlive(Number(pid), start);
  });
}

/** Removes a container as it runs. To stop it first would take three requests, and nobody waits for its last words. */
export async function removeNow(containerId: string): Promise<void> {
  const engine = await dockerEngine();
  const removal = engine.getContainer(containerId).remove({ force: true, v: true });
  await removal.catch((error: { readonly statusCode?: number }) => {
    // Somebody else has removed it, or is about to: gone is gone.
    if (error.statusCode !== 404 && error.statusCode !== 409) throw error;
  });
}

/** The first word of the owner of what shall stay when its command has ended. */
export const keptOwner = 'kept';

/** Removes what was left running on purpose. */
export async function removeKept(): Promise<number> {
  return removeWhere((value) => value.startsWith(`${keptOwner}:`));
}

async function removeWhere(matches: (owner: string) => boolean): Promise<number> {
  const engine = await dockerEngine();
  const ours = await engine.listContainers({ all: true, filters: { label: [ownerLabel] } });
  const gone = ours.filter(({ Labels }) => matches(Labels[ownerLabel] ?? ''));
  // A lab whose servers still run can go too: each is removed by force, in whatever order.
  const removals = gone.map(({ Id }) => engine.getContainer(Id).remove({ force: true, v: true }));
  // Another run may be removing the same orphan at this moment; gone is gone.
  await Promise.allSettled(removals);
  await removeVolumes(engine, matches);
  return gone.length;
}

/** Those of compose projects; only when no container has them any more. */
async function removeVolumes(engine: Engine, matches: (owner: string) => boolean): Promise<void> {
  const filters = JSON.stringify({ label: [ownerLabel] });
  const { Volumes: ours } = await engine.listVolumes({ filters });
  const gone = (ours ?? []).filter(({ Labels }) => matches(Labels?.[ownerLabel] ?? ''));
  await Promise.allSettled(gone.map(({ Name }) => engine.getVolume(Name).remove()));
}

function isAlive(pid: number, start: string | undefined): boolean {
  // Another process may have the number by now; and one that was killed keeps it until its parent asks, in many containers never.
  const started = startOf(pid);
  return isThere(pid) && started !== 'dead' && (start === undefined || started === undefined || started === start);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process was started, in ticks since the machine was; undefined where there is no /proc to say so. */
function startOf(pid: number): string | undefined {
  try {
    // "1234 (node) S 1 1234 …": state and, as the 22nd, the start (proc_pid_stat(5)). The name may have blanks and parentheses.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? 'dead' : fields[19];
  } catch {
    return undefined;
  }
}
