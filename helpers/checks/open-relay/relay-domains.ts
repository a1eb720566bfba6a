import type { Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { expectReply } from '../shared/findings';
import { anyOf, needsMailPort, type Obstacle } from '../shared/obstacles';
import { attempt, expectArrived } from '../shared/relay-attempt';

/** What a server relays for anybody, because it is meant to: mail for the domains whose relay it is. */
export function relayDomains(): readonly Check[] {
  return [
    {
      id: 'open-relay/relay-domains',
      title: 'takes mail from anybody for the domains whose relay it is, and passes it on',
      level: 'must',
      reference: 'RFC 5321 section 3.6.2; Postfix relay_domains',
      notApplicable: anyOf(needsMailPort, needsRelayDomain),
      ask: passesOn,
    },
  ];
}

const needsRelayDomain: Obstacle = ({ relayDomains: domains, configuration }) => {
  if (domains.length > 0) return undefined;
  return configuration === 'howto'
    ? 'the suite destinations asks that'
    : 'no domain is known whose relay it is; a profile says so: domains: { relay: [lists.example.test] }';
};

async function passesOn(probe: Probe) {
  const findings = [];
  for (const domain of probe.facts.relayDomains) {
    const session = await probe.open({ port: 25, security: 'plain' });
    const to = `to-${probe.token}@${domain}`;
    const { rcpt, last, data } = await attempt(probe, session, to);
    findings.push(expectReply(`RCPT ${to}`, rcpt ?? last, ...probe.facts.replies.recipientTaken));
    if (probe.facts.furthest !== 'arrival') continue;
    findings.push(expectArrived(await probe.relayed(data)));
  }
  return findings;
}
