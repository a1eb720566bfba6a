import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Smarthost } from './target';

/** The smarthost of the reference server that has one, as its password map names it: `[host]:port user:password`. */
export function referenceSmarthost(): Smarthost {
  const text = readFileSync(join(__dirname, '../../containers/smarthost/root/etc/postfix/smarthost_login'), 'utf8');
  const [, host = '', port, user = '', password = ''] = /^\[(\S+)\]:(\d+) (\S+):(\S+)$/m.exec(text) ?? [];
  return { host, port: Number(port), user, password };
}
