import type { FailureMode } from '../model/failure-mode';
import { dns } from './dns';
import { dnsLists } from './dns-lists';
import { noMechanisms } from './no-mechanisms';
import { openRelay } from './open-relay';
import { openRelayLists } from './open-relay-lists';
import { ports } from './ports';
import { relayClient } from './relay-client';
import { relayRefused } from './relay-refused';
import { relayRefusedTables } from './relay-refused-tables';
import { saslauthdUnreachable } from './saslauthd';
import { saslauthdRefuses } from './saslauthd-accounts';
import { services } from './services';

/** Every failure mode that is known, family by family. */
export const catalogue: readonly FailureMode[] = [
  ...noMechanisms,
  ...relayRefused,
  ...relayRefusedTables,
  ...saslauthdUnreachable,
  ...saslauthdRefuses,
  ...dns,
  ...dnsLists,
  ...openRelay,
  ...openRelayLists,
  ...ports,
  ...relayClient,
  ...services,
];
