import { relayForms } from '../../../helpers/checks/open-relay/relay-forms';
import { runCheck } from '../../../helpers/checks/run-check';
import type { Target } from '../../../helpers/targets/target';
import type { Figure, Row } from '../row';
import { timed } from '../timed';

/** Whether it is an open relay, in the forms of address that nmap's script tries. */
export const rows: readonly Row[] = [
  {
    name: 'relay',
    title: "nmap's 16 forms of address, on one port, with the proof at the sink",
    unit: 's',
    peer: 'nmap',
    target: { kind: 'at most, of the peer', value: 1 },
    length: 'short',
    async open(bench) {
      const { target } = await bench.server();
      const forms = relayForms();
      const ports = target.facts.ports.filter(({ port }) => port === 25);
      const onOnePort: Target = { ...target, facts: { ...target.facts, ports } };
      const { host, port } = target.clientAddress('outside', 25);
      return {
        ours: async () => {
          const since = performance.now();
          const results = await Promise.all(forms.map((check) => runCheck(check, onOnePort)));
          const other = results.find(({ verdict }) => verdict !== 'held');
          if (other) throw new Error(`${other.id}: ${other.verdict}: ${other.reason}`);
          return { value: (performance.now() - since) / 1000 };
        },
        // Postfix makes it wait for a second after each error from the tenth on: too long for the short form.
        ...(bench.short ? {} : { peer: () => runNmap({ host, port }) }),
      };
    },
  },
];

/** The plus sign: on whatever port. It judges by the reply to RCPT. */
async function runNmap({ host, port }: { readonly host: string; readonly port: number }): Promise<Figure> {
  const script = ['--script', '+smtp-open-relay', '-p', String(port), host];
  const { clockMs, processorMs } = await timed(['nmap', '-Pn', '-n', ...script]);
  return { value: clockMs / 1000, processorMs };
}
