import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { noObstacle, type Obstacle } from '../shared/obstacles';
import { expectNothingRelayed } from '../shared/relay-attempt';
import { attemptOnPorts, expectRefusals } from './relay-everywhere';

/** A sender's address is anybody's claim: one of the server's own gives no right to relay (RFC 5321 section 7.1). */
export function relaySenders(): readonly Check[] {
  return senders.map(({ id, who, of, obstacle }) => ({
    id: `open-relay/form-${id}`,
    title: `relays nothing for who claims to be ${who}, and does not log in`,
    level: 'must' as const,
    reference: 'RFC 5321 section 7.1; Postfix check_sender_access, permit_mynetworks',
    notApplicable: obstacle,
    ask: (probe: Probe) => askAs(probe, of(probe.facts, probe.token)),
  }));
}

interface Claim {
  readonly id: string;
  readonly who: string;
  readonly of: (facts: TargetFacts, token: string) => readonly string[];
  readonly obstacle: Obstacle;
}

const needsLocalDomain: Obstacle = ({ localDomains }) =>
  localDomains.length > 0
    ? undefined
    : 'no domain of its own is known; a profile says so: domains: { local: [example.test] }';

const needsOwnAddress: Obstacle = ({ logins, knowsLocalRecipient }) =>
  logins.length > 0 || knowsLocalRecipient
    ? undefined
    : 'no address of its own is known; a profile says so: localRecipient: alice@example.test';

const senders: readonly Claim[] = [
  {
    id: 'sender-at-domain',
    who: "somebody of the server's own domain",
    of: ({ localDomains }, token) => localDomains.map((domain) => `x-${token}@${domain}`),
    obstacle: needsLocalDomain,
  },
  {
    id: 'sender-of-user',
    who: 'a user that it has',
    of: ownAddresses,
    obstacle: needsOwnAddress,
  },
  {
    id: 'sender-of-system',
    who: 'its postmaster, its mailer daemon, or root',
    of: ({ hostname, domain }) => [
      ...new Set([`postmaster@${domain}`, `postmaster@${hostname}`, `mailer-daemon@${domain}`, 'root@localhost']),
    ],
    obstacle: noObstacle,
  },
];

function ownAddresses({ logins, user, domain, localDomains, localRecipient, knowsLocalRecipient }: TargetFacts) {
  const domains = localDomains.length > 0 ? localDomains : [domain];
  const name = user.user;
  const ofUser = name.includes('@') ? [name] : domains.map((one) => `${name}@${one}`);
  return [...new Set([...(logins.length > 0 ? ofUser : []), ...(knowsLocalRecipient ? [localRecipient] : [])])];
}

async function askAs(probe: Probe, addresses: readonly string[]): Promise<readonly Finding[]> {
  const attempts = [];
  for (const from of addresses) attempts.push(...(await attemptOnPorts(probe, { from: () => from })));
  return [...expectRefusals(attempts), ...(await expectNothingRelayed(probe, ...attempts.map(({ data }) => data)))];
}
