import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { recipes } from '../../containers/docker/images';
import type { Credentials } from '../smtp/sasl/mechanism-for';

/** A server of ours that can be asked for by name. */
export interface ReferenceServer {
  readonly name: string;
  /** How its image is made; undefined where it is somebody else's. */
  readonly recipe: keyof typeof recipes | undefined;
  /** What the reader must know before trusting the result. */
  readonly notice: string | undefined;
  /** Whether it is the how-to's server on one more system: those are compared with each other, version by version. */
  readonly isVersion: boolean;
}

/** The names that `--image` takes, besides `howto`. */
export const referenceServers: readonly ReferenceServer[] = [
  { name: 'centos7', recipe: 'centos7', notice: undefined, isVersion: true },
  { name: 'debian11', recipe: 'debian11', notice: undefined, isVersion: true },
  { name: 'debian12', recipe: 'debian12', notice: undefined, isVersion: true },
  { name: 'debian13', recipe: 'debian13', notice: undefined, isVersion: true },
  { name: 'sid', recipe: 'sid', notice: undefined, isVersion: true },
  { name: 'dovecot', recipe: 'dovecot', notice: undefined, isVersion: false },
  { name: 'smarthost', recipe: 'smarthost', notice: undefined, isVersion: false },
];

/** What all reference servers have in common: see containers/postfix-sasl. */
export const referenceHost = { hostname: 'mail.example.test', domain: 'example.test' } as const;

/** The users of the reference servers, in the realm `example.test`. */
export function referenceUsers(): readonly Credentials[] {
  const text = readFileSync(join(__dirname, '../../containers/postfix-sasl/users'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [user = '', password = ''] = line.split(' ');
      return { user, password, host: referenceHost.hostname };
    });
}
