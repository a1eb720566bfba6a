import { isIPv6 } from 'node:net';
import { isAmong } from '../../model/networks';
import type { AddressRange } from '../../model/vantage';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { expectReply, warning } from '../shared/findings';
import { anyOf, type Obstacle } from '../shared/obstacles';
import { expectNothingRelayed } from '../shared/relay-attempt';
import { attemptOnPorts, expectRefusals } from './relay-everywhere';

/**
 * Who need not log in because of the address that the server sees. Behind published ports of Docker that is often the
 * bridge's gateway, whoever the client is: a server that trusts such a range may relay for the whole Internet.
 */
export function relayAddresses(): readonly Check[] {
  return ranges.map(({ range, who }) => ({
    id: `open-relay/address-${range}`,
    title: `relays nothing for ${who} that does not log in`,
    level: 'must' as const,
    reference: 'Postfix mynetworks, mynetworks_style; RFC 5321 section 7.9; docs/failure-modes/open-relay',
    notApplicable: anyOf(mustBePlayed(range), mayBeRefused(range)),
    ask: (probe: Probe) => askFrom(probe, range),
  }));
}

const ranges: readonly { readonly range: AddressRange; readonly who: string }[] = [
  { range: 'gateway', who: "the gateway of the container's network" },
  { range: 'neighbour', who: 'another container of that network' },
  { range: '10-8', who: 'a client in 10.0.0.0/8' },
  { range: '172-16-12', who: 'a client in 172.16.0.0/12' },
  { range: '192-168-16', who: 'a client in 192.168.0.0/16' },
  { range: '100-64-10', who: 'a client in 100.64.0.0/10, which providers share' },
  { range: 'fc00-7', who: 'a client in fc00::/7' },
  { range: 'fe80-10', who: 'a client in fe80::/10' },
  { range: 'ipv6-neighbour', who: "another machine of the server's own IPv6 network" },
  { range: 'ipv6-outside', who: 'a client that comes by IPv6 from outside' },
];

function clientOf({ vantagePoints }: TargetFacts, range: AddressRange) {
  return vantagePoints.find(({ name }) => name === `address:${range}`);
}

function mustBePlayed(range: AddressRange): Obstacle {
  return (facts) => {
    const client = clientOf(facts, range);
    if (!client)
      return byIpv6.includes(range) && clientOf(facts, '10-8') ? noIpv6 : 'such a client can not be played here';
    const isHeard = !isIPv6(client.address) || facts.ports.some(({ port }) => facts.ipv6Ports.includes(port));
    return isHeard ? undefined : 'the server does not listen on IPv6';
  };
}

const byIpv6: readonly AddressRange[] = ['fc00-7', 'fe80-10', 'ipv6-neighbour', 'ipv6-outside'];
const noIpv6 = 'the lab has no IPv6, which the kernel of the engine lacks';

function mayBeRefused(range: AddressRange): Obstacle {
  return (facts) => {
    const { address = '' } = clientOf(facts, range) ?? {};
    return isAmong(address, facts.trusted ?? []) ? `${address} is meant to relay without a login` : undefined;
  };
}

async function askFrom(probe: Probe, range: AddressRange): Promise<readonly Finding[]> {
  const { facts } = probe;
  const { address = '' } = clientOf(facts, range) ?? {};
  probe.note(`the client's address: ${address}`);
  const attempts = await attemptOnPorts(probe, {
    vantage: `address:${range}`,
    ...(isIPv6(address) && { ports: facts.ipv6Ports }),
  });
  const refusals =
    facts.configuration === 'howto'
      ? attempts.map(({ port, rcpt, last }) =>
          expectReply(`${port}: RCPT`, rcpt ?? last, ...facts.replies.relayRefused),
        )
      : expectRefusals(attempts);
  const findings = [...refusals, ...(await expectNothingRelayed(probe, ...attempts.map(({ data }) => data)))];
  // Nobody has said whom it is meant to trust, and a network of one's own may be: that is for its owner to know.
  const maybeMeant = facts.trusted === undefined && range !== 'ipv6-outside';
  return maybeMeant ? findings.map((finding) => warning(finding, `trusted by address: ${address}`)) : findings;
}
