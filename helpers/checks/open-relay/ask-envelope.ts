import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { inWords } from '../../smtp/answers';
import { expectThat, unseen } from '../shared/findings';
import { type Envelope, type Shape, shapeExample } from './address-shapes';
import { everyCell } from './every-cell';
import { type Cell, relayCells } from './relay-cells';
import { attemptOnPorts, expectNoneRelayed } from './relay-everywhere';

/**
 * Tries a sender and a recipient on every port, each in a connection of its own, and says what came of them in all the other
 * circumstances in which they were tried.
 */
export async function askEnvelope(probe: Probe, envelope: Envelope): Promise<readonly Finding[]> {
  const { id, from, to } = envelope;
  const { facts, target } = probe;
  const { cells, missing } = probe.thorough ? await inEveryCell(probe, envelope) : await inSomeCells(probe, id);
  const names = { X: facts.foreignDomain, H: facts.hostname, L: facts.domain, IP: target.address };
  const of = (shape: Shape) => (port: number) => shape({ ...names, x: `x-${port}-${probe.token}` });
  const attempts = await attemptOnPorts(probe, { from: of(from), to: of(to) });
  // It may be taken for the name of a local user, and then rightly.
  const mayBeLocal = /[%!]|@.*@|"(\[|$)/.test(to(shapeExample));
  const findings = await expectNoneRelayed(probe, attempts, mayBeLocal);
  // What these sent came before the message that has shown now that nothing else is under way.
  const relayed = cells.filter(({ token }) =>
    target.sink.find(({ rcptTo }) => rcptTo.some((one) => one.includes(token))),
  );
  return [
    ...findings,
    ...missing,
    ...relayed.map(({ words }) => expectThat(false, 'nothing reaches the sink', `a message from ${words}`)),
  ];
}

interface Asked {
  readonly cells: readonly Cell[];
  readonly missing: readonly Finding[];
}

async function inSomeCells(probe: Probe, id: string): Promise<Asked> {
  const cells = ((await relayCells(probe.target)).get(id) ?? []).toSorted((a, b) => (a.words < b.words ? -1 : 1));
  for (const { words, answer } of cells) probe.note(`${words}: ${inWords(answer)}`);
  return { cells, missing: [] };
}

/** A check may take three minutes; some of that is for what comes after. */
const longestMs = 150_000;

async function inEveryCell(probe: Probe, envelope: Envelope): Promise<Asked> {
  const { cells, of } = await everyCell(probe.target, envelope, performance.now() + longestMs);
  const counts = new Map<string, number>();
  for (const { token, answer } of cells) {
    const words = inWords(answer).replaceAll(token, 'x');
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  probe.note(`tried in ${cells.length} circumstances of ${of}`);
  for (const [words, count] of counts) probe.note(`${count} times: ${words}`);
  const all = expectThat(cells.length >= of, `an answer in all ${of} circumstances`, `${cells.length} of them`);
  return { cells, missing: [unseen(all)] };
}
