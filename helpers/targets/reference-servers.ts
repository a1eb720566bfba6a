import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { recipes } from '../../containers/images';
import type { Credentials } from '../smtp/sasl/mechanism-for';

/** A server of ours that can be asked for by name. */
export interface ReferenceServer {
  readonly name: string;
  readonly recipe: keyof typeof recipes;
  /** What the reader must know before trusting the result. */
  readonly notice: string | undefined;
}

/** The names that `--image` takes, besides `howto`. */
export const referenceServers: readonly ReferenceServer[] = [
  { name: 'centos7', recipe: 'centos7', notice: undefined },
  { name: 'debian11', recipe: 'debian11', notice: undefined },
  { name: 'debian12', recipe: 'debian12', notice: undefined },
  { name: 'debian13', recipe: 'debian13', notice: undefined },
  { name: 'sid', recipe: 'sid', notice: undefined },
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
