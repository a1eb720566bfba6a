import type { Bench, Figure, Row, SpeedTarget } from './row';

/** What a row has come to. */
export interface Measured {
  readonly name: string;
  readonly title: string;
  readonly unit: Row['unit'];
  readonly runs: readonly Pair[];
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** The median of what its processes took of the processor; undefined where it is not known. */
  readonly processorMs: number | undefined;
  readonly peer: PeerMeasured | undefined;
  readonly target: SpeedTarget | undefined;
}

/** What the peer has come to on the same server, its runs in between. */
export interface PeerMeasured {
  readonly name: string;
  readonly median: number;
  readonly processorMs: number | undefined;
  /** The median of ours divided by the peer's, run by run. */
  readonly ratio: number;
}

/** A run of ours, and the peer's beside it. */
export interface Pair {
  readonly ours: Figure;
  readonly peer?: Figure;
}

/** Takes a row's figures, ours and the peer's in turn: what the machine does beside it falls on both. */
export async function measureRow(row: Row, bench: Bench, times: number, withPeer: boolean): Promise<Measured> {
  const measurement = await row.open(bench);
  const takePeer = withPeer ? measurement.peer : undefined;
  const runs: Pair[] = [];
  try {
    for (let time = 0; time < times; time++) {
      // Who comes first in one run comes last in the next.
      const first = time % 2 === 1 ? await takePeer?.() : undefined;
      const ours = await measurement.ours();
      const peer = first ?? (await takePeer?.());
      runs.push({ ours, ...(peer && { peer }) });
    }
  } finally {
    await measurement[Symbol.asyncDispose]?.();
  }
  return summarise(row, runs);
}

/** The one in the middle; of an even number, the mean of the two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

function summarise(row: Row, runs: readonly Pair[]): Measured {
  const ours = runs.map((run) => run.ours);
  const values = ours.map(({ value }) => value);
  const beside = runs.flatMap(({ ours, peer }) => (peer ? [{ ours, peer }] : []));
  const peers = beside.map(({ peer }) => peer);
  return {
    name: row.name,
    title: row.title,
    unit: row.unit,
    runs,
    median: median(values),
    least: Math.min(...values),
    most: Math.max(...values),
    processorMs: processorOf(ours),
    peer:
      row.peer === undefined || peers.length === 0
        ? undefined
        : {
            name: row.peer,
            median: median(peers.map(({ value }) => value)),
            processorMs: processorOf(peers),
            ratio: median(beside.map(({ ours, peer }) => ours.value / peer.value)),
          },
    target: row.target,
  };
}

function processorOf(figures: readonly Figure[]): number | undefined {
  const known = figures.flatMap(({ processorMs }) => (processorMs === undefined ? [] : [processorMs]));
  return known.length === 0 ? undefined : median(known);
}
