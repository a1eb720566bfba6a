import type { Target } from '../../helpers/targets/target';
import type { Mutant } from './mutant';
import { PermissiveServer } from './permissive-server';

const offered = /\bPLAIN\b/;

/**
 * What no setting of Postfix breaks: another server in its place, or one that is whole, unchanged or not repaired where a check
 * relies on a change of its own.
 */
export const standIns: readonly Mutant[] = [
  {
    name: 'a server that takes AUTH at any time',
    standIn: async (real) => {
      const permissive = await PermissiveServer.start();
      return {
        ...real,
        clientAddress: () => permissive.address,
        authority: undefined,
        [Symbol.asyncDispose]: () => permissive[Symbol.asyncDispose](),
      };
    },
    noticedBy: [
      { checks: /^authenticated-relay\/auth-twice$/, expected: 'the second AUTH: 503 5.5.1', saw: '235 2.7.0' },
      {
        checks: /^authenticated-relay\/auth-in-transaction$/,
        expected: 'AUTH after MAIL: 503 5.5.1',
        saw: '235 2.7.0',
      },
    ],
  },
  {
    name: 'a server that is whole where it should be broken',
    // One for each, so that the restarts of one do not disturb what is seen of another.
    standIn: async (real) => ({
      ...real,
      variant: async ({ name }) => notRepaired(await real.variant({ name: `whole instead of ${name}` })),
    }),
    noticedBy: [
      { checks: /^no-mechanisms\/(?!usable-on-)\S+-log$/, expected: /fatal: /, saw: /^no \/.*\/ in its place$/ },
      {
        checks: /^no-mechanisms\/(?!usable-on-)\S+-cause$/,
        expected: /^(all-filtered|none-installed|dies-at-start)$/,
        saw: 'no such failure',
      },
      {
        checks: /^no-mechanisms\/(?!usable-on-)\S+-first-client$/,
        expected: /^(on \d+: |no line "connect from"$)/,
        saw: /^(220 |one$)/,
      },
      { checks: /^no-mechanisms\/(?!usable-on-)\S+-next-client$/, expected: ': silence', saw: '220 ' },
      { checks: /^no-mechanisms\/(?!usable-on-)\S+-howto-repair$/, expected: 'still no greeting on 587', saw: '220 ' },
    ],
  },
  {
    name: 'a repair that repairs nothing',
    standIn: async (real) => ({ ...real, variant: async (variant) => notRepaired(await real.variant(variant)) }),
    noticedBy: [
      {
        checks: /^no-mechanisms\/\S+(?<!howto)-repair$/,
        expected: 'AUTH PLAIN: 235 2.7.0',
        saw: /^fatal: (no SASL authentication mechanisms|SASL )/,
      },
    ],
  },
  {
    name: 'a server that is unchanged where it should be changed',
    // Lent to each check anew: once it is given back, it may become another mutant's.
    standIn: async (real) => ({
      ...real,
      variant: async () => ({ ...(await real.variant({ name: 'unchanged' })), run: async () => '' }),
    }),
    noticedBy: [
      { checks: /^announcement\/no-auth-when-off/, expected: 'no line AUTH', saw: offered },
      { checks: /^announcement\/mech-list$/, expected: 'LOGIN PLAIN', saw: /CRAM-MD5/ },
      {
        checks: /^password-stores\/(sasldb-unreadable|saslauthd-stopped)-reply$/,
        expected: /^AUTH PLAIN: (454 4\.7\.0|535 5\.7\.8)/,
        saw: '235 2.7.0',
      },
      {
        checks: /^password-stores\/(sasldb-unreadable|saslauthd-stopped)-log$/,
        expected: 'warning: SASL authentication',
        saw: 'no such line',
      },
      {
        checks: /^destinations\/relay-refused-by-recipient-restrictions$/,
        expected: 'RCPT: 554 5.7.1',
        saw: '454 4.7.1',
      },
      { checks: /^dns\/parked-list$/, expected: 'RCPT from outside: 554 5.7.1', saw: '250 2.1.5' },
    ],
  },
  {
    name: 'AUTH before TLS where it should not be',
    standIn: async (real) => ({ ...real, facts: { ...real.facts, authBeforeTls: false } }),
    noticedBy: [{ checks: /^announcement\/no-auth-in-clear-/, expected: 'no line AUTH', saw: offered }],
  },
  {
    name: 'a domain whose relay the server is not',
    standIn: async (real) => ({ ...real, facts: { ...real.facts, relayDomains: ['lists.example.test'] } }),
    noticedBy: [
      {
        checks: /^open-relay\/relay-domains$/,
        expected: '@lists.example.test: 250 2.1.5',
        saw: /Relay access denied$/,
      },
    ],
  },
  {
    name: 'a lapse that never ends',
    standIn: async (real) => ({ ...real, variant: async (variant) => notRepaired(await real.variant(variant)) }),
    noticedBy: [
      {
        checks: /^password-stores\/sasldb-unreadable-end$/,
        expected: 'AUTH PLAIN: 235 2.7.0',
        saw: /^(454 4\.7\.0|535 5\.7\.8)/,
      },
    ],
  },
  {
    name: 'a server that does not tell its versions',
    standIn: async (real) => {
      const summary = { ...(await real.summary()), versions: {} };
      return { ...real, summary: async () => summary };
    },
    noticedBy: [{ checks: /^announcement\/versions$/, expected: 'a version of postfix', saw: 'none' }],
  },
];

function notRepaired(server: Target): Target {
  return { ...server, run: async () => '', restart: () => server.restart() };
}
