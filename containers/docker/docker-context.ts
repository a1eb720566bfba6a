import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Puts the engine of the `docker` command's current context into DOCKER_HOST, unless that is set: the set-up goes by the context,
 * and Testcontainers knows none.
 */
export function useCurrentContext(env: NodeJS.ProcessEnv): void {
  if (env.DOCKER_HOST) return;
  const folder = env.DOCKER_CONFIG || join(homedir(), '.docker');
  const name = env.DOCKER_CONTEXT || readJson(join(folder, 'config.json'))?.currentContext;
  if (!name || name === 'default') return;
  const id = createHash('sha256').update(String(name)).digest('hex');
  const host = readJson(join(folder, 'contexts/meta', id, 'meta.json'))?.Endpoints?.docker?.Host;
  if (!host) return;
  env.DOCKER_HOST = host;
  const certificates = join(folder, 'contexts/tls', id, 'docker');
  if (existsSync(join(certificates, 'cert.pem'))) {
    Object.assign(env, { DOCKER_CERT_PATH: certificates, DOCKER_TLS_VERIFY: '1' });
  }
}

function readJson(path: string) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Nobody has made one; the docker command says what is wrong with one that can't be read.
    return undefined;
  }
}
