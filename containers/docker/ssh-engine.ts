import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { HarnessError } from '../../helpers/errors';

/**
 * Where DOCKER_HOST is `ssh://…`, which Testcontainers doesn't know: forwards a socket of this machine to that engine's by the
 * user's own ssh, with its keys and its configuration, and puts it into DOCKER_HOST instead, for our children too. It ends with
 * this process, however that ends.
 */
export function forwardSshEngine(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const host = env.DOCKER_HOST;
  if (host?.startsWith('ssh://')) forwarded ??= forward(new URL(host), env);
  return forwarded ?? Promise.resolve();
}

let forwarded: Promise<void> | undefined;

async function forward({ hostname, port, username, pathname }: URL, env: NodeJS.ProcessEnv): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-harness-ssh-'));
  const socket = join(folder, 'docker.sock');
  const remote = pathname.length > 1 ? pathname : '/var/run/docker.sock';
  const ssh = spawn('ssh', [
    ...(port ? ['-p', port] : []),
    ...(username ? ['-l', decodeURIComponent(username)] : []),
    // Nobody is there to be asked for a password; and a forwarding that can't be is an error.
    ...['-T', '-o', 'BatchMode=yes', '-o', 'ExitOnForwardFailure=yes', '-L', `${socket}:${remote}`],
    ...['--', hostname, `echo ${ready}; exec cat`],
  ]);
  process.on('exit', () => {
    ssh.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const said: string[] = [];
  createInterface({ input: ssh.stderr }).on('line', (line) => said.push(line));
  const isReady = (async () => {
    for await (const line of createInterface({ input: ssh.stdout })) if (line === ready) return true;
    return false;
  })();
  const failed = once(ssh, 'error').then(([error]) => said.push((error as Error).message));
  if (!(await Promise.race([isReady, failed.then(() => false)]))) {
    throw new HarnessError('ENODOCKER', `${env.DOCKER_HOST}: ${said.at(-1) ?? 'ssh ended'}`);
  }
  // It shall not keep us alive; when we end, its input does, and `cat` with it.
  for (const one of [ssh, ssh.stdin, ssh.stdout, ssh.stderr] as readonly { unref?: () => void }[]) one.unref?.();
  env.DOCKER_HOST = `unix://${socket}`;
  // Certificates are for other engines of this run, which are reached by TCP.
  delete env.DOCKER_TLS_VERIFY;
}

const ready = 'smtp-auth-harness: forwarded';
