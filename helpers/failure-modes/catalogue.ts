import type { FailureMode } from '../model/failure-mode';
import { authHidden } from './auth-hidden';
import { authNotOffered } from './auth-not-offered';
import { authOnlyInTls } from './auth-only-in-tls';
import { clientMistakes } from './client';
import { clientSessions } from './client-sessions';
import { dns } from './dns';
import { dnsLists } from './dns-lists';
import { dovecot } from './dovecot';
import { dovecotSettings } from './dovecot-settings';
import { dovecotTrouble } from './dovecot-trouble';
import { dovecotUsers } from './dovecot-users';
import { limits } from './limits';
import { protocolLimits } from './limits-protocol';
import { mechanisms } from './mechanisms';
import { noMechanisms } from './no-mechanisms';
import { noMechanismsFiltered } from './no-mechanisms-filtered';
import { noMechanismsSettings } from './no-mechanisms-settings';
import { openRelay } from './open-relay';
import { openRelayAnonymous } from './open-relay-anonymous';
import { openRelayLists } from './open-relay-lists';
import { passwords } from './passwords';
import { passwordsAside } from './passwords-aside';
import { permissions } from './permissions';
import { permissionsInChroot } from './permissions-chroot';
import { permissionsOfMainCf } from './permissions-main-cf';
import { ports } from './ports';
import { portsMasterCf } from './ports-master-cf';
import { relayClient } from './relay-client';
import { relayClientConnection } from './relay-client-connection';
import { relayClientCredentials } from './relay-client-credentials';
import { relayRefused } from './relay-refused';
import { relayRefusedAccess } from './relay-refused-access';
import { relayRefusedSenders } from './relay-refused-senders';
import { relayRefusedTables } from './relay-refused-tables';
import { saslauthdUnreachable } from './saslauthd';
import { saslauthdRefuses } from './saslauthd-accounts';
import { saslauthdPam } from './saslauthd-pam';
import { sasldbFile } from './sasldb';
import { sasldbContent } from './sasldb-content';
import { services } from './services';
import { syslog } from './syslog';
import { tls } from './tls';
import { tlsClients } from './tls-clients';
import { tlsSettings } from './tls-settings';

/** Every failure mode that is known, family by family. */
export const catalogue: readonly FailureMode[] = [
  ...noMechanisms,
  ...noMechanismsFiltered,
  ...noMechanismsSettings,
  ...sasldbFile,
  ...sasldbContent,
  ...passwords,
  ...passwordsAside,
  ...permissions,
  ...permissionsInChroot,
  ...permissionsOfMainCf,
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
  ...authNotOffered,
  ...authHidden,
  ...authOnlyInTls,
  ...dovecot,
  ...dovecotSettings,
  ...dovecotUsers,
  ...dovecotTrouble,
  ...syslog,
  ...tls,
  ...tlsSettings,
  ...tlsClients,
  ...relayRefusedAccess,
  ...relayRefusedSenders,
  ...portsMasterCf,
  ...relayClientConnection,
  ...relayClientCredentials,
  ...openRelayAnonymous,
];
