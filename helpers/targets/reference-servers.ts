import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceDescriptions } from '../../containers/docker/reference-descriptions';
import type { Credentials } from '../smtp/sasl/mechanism-for';

/** A server of ours that can be asked for by name. */
export interface ReferenceServer {
  readonly name: string;
  /** What the reader must know before trusting the result. */
  readonly notice: string | undefined;
  /** Whether it is the how-to's server on one more system: those are compared with each other, version by version. */
  readonly isVersion: boolean;
}

/** The servers that `--image` takes by name, besides `howto`: the folders of containers/reference. */
export const referenceServers: readonly ReferenceServer[] = referenceDescriptions.map(
  ({ name, notice, isVersion }) => ({ name, notice, isVersion }),
);

/** Those that `--matrix` asks side by side: the how-to's server, version by version. */
export const referenceVersions: readonly string[] = referenceServers
  .filter(({ isVersion }) => isVersion)
  .map(({ name }) => name);

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
