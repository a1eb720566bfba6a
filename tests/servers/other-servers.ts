import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Profile } from '../../helpers/model/profile';
import { loadProfile } from '../../helpers/profiles/load-profile';

/** A server that is not the how-to's, and the ways in which its image can be opened on purpose. */
export interface OtherServer {
  readonly name: string;
  readonly profile: Profile;
  readonly holes: readonly Hole[];
}

/** What its image's HOLE names. */
export type Hole = keyof typeof foundBy;

/** Which checks are there to find a hole. */
export const foundBy = {
  'relay-for-all': /^open-relay\/outside-anonymous-foreign$/,
  'private-networks': /^open-relay\/address-(gateway|neighbour|10-8|172-16-12|192-168-16)$/,
  submission: /^open-relay\/(outside-anonymous-foreign|form-foreign-sender)$/,
  'own-sender': /^open-relay\/form-sender-(at-domain|of-user)$/,
  anonymous: /^anonymous-denial\//,
  'auth-in-clear': /^announcement\/no-auth-in-clear-/,
} as const;

/** All of them, in the order of their names. */
export function otherServers(): readonly OtherServer[] {
  const folder = join(__dirname, '../../containers/servers');
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      profile: loadProfile(join(folder, name, 'profile.yaml')),
      holes: parse(readFileSync(join(folder, name, 'holes.yaml'), 'utf8')),
    }));
}
