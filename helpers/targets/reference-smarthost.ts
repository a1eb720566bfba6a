import { readFileSync } from 'node:fs';
import { referenceDescriptions } from '../../containers/docker/reference-descriptions';
import type { Smarthost } from './target';

/** The smarthost of a reference server that has one, as its password map names it: `[host]:port user:password`. */
export function referenceSmarthost(name: string): Smarthost | undefined {
  const file = referenceDescriptions.find((server) => server.name === name)?.smarthostLogin;
  if (!file) return undefined;
  const [, host = '', port, user = '', password = ''] =
    /^\[(\S+)\]:(\d+) (\S+):(\S+)$/m.exec(readFileSync(file, 'utf8')) ?? [];
  return { host, port: Number(port), user, password };
}
