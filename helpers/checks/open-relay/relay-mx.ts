import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { expectNothingRelayed } from '../shared/relay-attempt';
import { attemptOnPorts, expectRefusals } from './relay-everywhere';

/** Whoever has a domain can name any server as its MX: that is no agreement to relay for it. */
export const checks: readonly Check[] = [
  {
    id: 'open-relay/mx-names-server',
    title:
      'relays nothing to domains of strangers who name it as one of their MX, nor where the other one has IPv6 alone',
    level: 'must',
    reference: 'RFC 5321 sections 3.6.2 and 7.9; Postfix permit_mx_backup; CVE-2005-0337',
    rows: [10],
    notApplicable: ({ domainsWithMxHere }) =>
      domainsWithMxHere.length > 0 ? undefined : 'only in the lab there are domains that name it',
    ask: sendToThem,
  },
];

async function sendToThem(probe: Probe): Promise<readonly Finding[]> {
  const attempts = [];
  for (const domain of probe.facts.domainsWithMxHere) {
    attempts.push(...(await attemptOnPorts(probe, { to: (port) => `to-${port}-${probe.token}@${domain}` })));
  }
  return [...expectRefusals(attempts), ...(await expectNothingRelayed(probe, ...attempts.map(({ data }) => data)))];
}
