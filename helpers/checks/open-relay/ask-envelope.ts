import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { inWords } from '../../smtp/answers';
import { expectThat } from '../shared/findings';
import { type Envelope, type Shape, shapeExample } from './address-shapes';
import { relayCells } from './relay-cells';
import { attemptOnPorts, expectNoneRelayed } from './relay-everywhere';

/**
 * Tries a sender and a recipient on every port, each in a connection of its own, and says what came of them in all the other
 * circumstances in which they were tried.
 */
export async function askEnvelope(probe: Probe, { id, from, to }: Envelope): Promise<readonly Finding[]> {
  const { facts, target } = probe;
  const cells = ((await relayCells(target)).get(id) ?? []).toSorted((a, b) => (a.words < b.words ? -1 : 1));
  const names = { X: facts.foreignDomain, H: facts.hostname, L: facts.domain, IP: target.address };
  const of = (shape: Shape) => (port: number) => shape({ ...names, x: `x-${port}-${probe.token}` });
  const attempts = await attemptOnPorts(probe, { from: of(from), to: of(to) });
  // It may be taken for the name of a local user, and then rightly.
  const mayBeLocal = /[%!]|@.*@|"$/.test(to(shapeExample));
  const findings = await expectNoneRelayed(probe, attempts, mayBeLocal);
  // What these sent came before the message that has shown now that nothing else is under way.
  for (const { words, answer } of cells) probe.note(`${words}: ${inWords(answer)}`);
  const relayed = cells.filter(({ token }) =>
    target.sink.find(({ rcptTo }) => rcptTo.some((one) => one.includes(token))),
  );
  return [
    ...findings,
    ...relayed.map(({ words }) => expectThat(false, 'nothing reaches the sink', `a message from ${words}`)),
  ];
}
