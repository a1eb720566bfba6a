import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/auth-server-unreachable',
  kind: 'fault',
  title: 'Haraka’s auth plugin can’t ask its server',
  cause:
    'auth/auth_ldap, auth_proxy, auth_imap and their like ask another server of every login. It is down, host or port are wrong, or vpopmaild does not take the login of sysadmin. Every login fails.',
  symptoms: {
    log: [
      {
        pattern: /\[auth\/[\w-]+\] .*(?:ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ECONNRESET)/,
        specimen:
          '[ERROR] [0B221CDD-E98F-4E80-9DAD-BF23DE574FFA] [auth/auth_ldap] Error: connect ECONNREFUSED 192.0.2.40:389',
        strength: 'names',
      },
      {
        pattern:
          /vpopmaild connection (?:failed|timed out)|\[auth\/auth_vpopmaild\] .*(?:login failed|missing sysadmin credentials|no ok to start)/,
        specimen: '[ERROR] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [auth/auth_vpopmaild] vpopmaild connection timed out',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Authentication failed',
  },
  repair: { words: 'Name the right server.', commands: ['grep -nE "server|host|port|sysadmin" config/auth_*.ini'] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/'],
};
