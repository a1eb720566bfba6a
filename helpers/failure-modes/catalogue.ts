import type { FailureMode } from '../model/failure-mode';
import { clientMistakes } from './client';
import { clientSessions } from './client-sessions';
import { dns } from './dns';
import { dnsLists } from './dns-lists';
import { limits } from './limits';
import { protocolLimits } from './limits-protocol';
import { mechanisms } from './mechanisms';
import { noMechanisms } from './no-mechanisms';
import { noMechanismsFiltered } from './no-mechanisms-filtered';
import { openRelay } from './open-relay';
import { openRelayLists } from './open-relay-lists';
import { passwords } from './passwords';
import { permissions } from './permissions';
import { ports } from './ports';
import { relayClient } from './relay-client';
import { relayRefused } from './relay-refused';
import { relayRefusedTables } from './relay-refused-tables';
import { saslauthdUnreachable } from './saslauthd';
import { saslauthdRefuses } from './saslauthd-accounts';
import { saslauthdPam } from './saslauthd-pam';
import { sasldbFile } from './sasldb';
import { sasldbContent } from './sasldb-content';
import { services } from './services';

/** Every failure mode that is known, family by family. */
export const catalogue: readonly FailureMode[] = [
  ...noMechanisms,
  ...noMechanismsFiltered,
  ...sasldbFile,
  ...sasldbContent,
  ...passwords,
  ...permissions,
  ...relayRefused,
  ...relayRefusedTables,
  ...saslauthdUnreachable,
  ...saslauthdRefuses,
  ...saslauthdPam,
  ...dns,
  ...dnsLists,
  ...openRelay,
  ...openRelayLists,
  ...ports,
  ...relayClient,
  ...services,
  ...clientMistakes,
  ...clientSessions,
  ...limits,
  ...protocolLimits,
  ...mechanisms,
];
