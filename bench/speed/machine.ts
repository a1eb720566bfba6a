import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** What figures are to be read with. */
export interface Machine {
  readonly processors: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly docker: string;
  /** How many processes waited for a processor in the last minute, on the average: above the number of them, clock times say little. */
  readonly load: number;
}

/** This machine, now. */
export function thisMachine(): Machine {
  const docker = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { encoding: 'utf8' });
  const all = cpus();
  return {
    processors: all.length,
    processor: all[0]?.model ?? '',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    docker: docker.stdout?.trim() ?? '',
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** The same for a reader. */
export function machineInWords({ processors, memoryGiB, node, docker, load }: Machine): string {
  const busy = load > processors ? ' – busy: read ratios and processor time, not the clock' : '';
  return `${processors} processors, ${memoryGiB} GiB, Node ${node}, Docker ${docker}; load ${load}${busy}`;
}
