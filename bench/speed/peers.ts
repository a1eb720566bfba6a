import { spawnSync } from 'node:child_process';

/** Peers that are looked for on this machine; smtp-source comes from the server's own image. */
const programs = ['swaks', 'nmap'] as const;

/** Those that are not here, each with what to do. */
export function missingPeers(): ReadonlyMap<string, string> {
  const missing = programs.filter((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error);
  return new Map(
    missing.map((program) => [
      program,
      `${program} is not here, so nothing is compared with it: apt-get install ${program}`,
    ]),
  );
}
