import { contraryAttacks } from './contrary/attacks';
import type { ContraryMutant } from './contrary/contrary-mutant';
import { contraryLogins } from './contrary/logins';
import { contrarySessions } from './contrary/sessions';
import { contraryTls } from './contrary/tls';

/** Servers that are wrong in ways that no setting of Postfix brings about. */
export const contraryServers: readonly ContraryMutant[] = [
  ...contrarySessions,
  ...contraryLogins,
  ...contraryTls,
  ...contraryAttacks,
];
