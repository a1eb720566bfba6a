import type { Finding } from '../../model/verdict';
import { messageOf, type Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { expectThat } from '../shared/findings';
import { expectBySmarthost, handOver } from './hand-over';
import { needsSmarthost } from './needs-smarthost';

/** Each mechanism that providers offer, where it is the only one. */
export function mechanismsOffered(): readonly Check[] {
  return ['PLAIN', 'LOGIN', 'CRAM-MD5'].map((mechanism) => ({
    id: `smarthost/${mechanism.toLowerCase()}-alone`,
    title: `logs in at a smarthost that offers ${mechanism} alone`,
    level: 'must' as const,
    reference: 'RFC 4954 section 4; Postfix smtp_sasl_security_options, smtp_sasl_mechanism_filter',
    notApplicable: needsSmarthost,
    ask: (probe: Probe) => logsInBy(probe, mechanism),
  }));
}

async function logsInBy(probe: Probe, mechanism: string): Promise<readonly Finding[]> {
  const server = await probe.on({ name: `smarthost-${mechanism}` });
  const { sink } = server.target;
  using _alone = sink.changeSmarthost({ mechanisms: [mechanism] });
  const before = sink.logins.length;
  const { answer, taken } = await handOver(server, server.foreignRecipient);
  const relayed = messageOf(await server.relayed(answer));
  const tried = sink.logins.slice(before).map((login) => login.mechanism);
  return [
    taken,
    ...expectBySmarthost(server, relayed),
    expectThat(
      tried.length > 0 && tried.every((each) => each === mechanism),
      `AUTH ${mechanism}`,
      tried.map((each) => `AUTH ${each}`).join(', ') || 'no AUTH',
    ),
  ];
}
