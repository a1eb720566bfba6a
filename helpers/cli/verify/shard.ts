import { WrongUsage } from '../shared/parse';
import { durations, usualMs } from './durations';

/** One of several parts of a run, such as the second of five. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `2/5`. Throws WrongUsage for what is no shard. */
export function shard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > count) throw new WrongUsage(`"${text}" is no shard: give the second of five as 2/5`);
  return { index, count };
}

/**
 * The checks of a shard. The slowest check goes first, each to the shard that has least to do until then: which only depends on
 * the ids and on durations that are committed, so that shards agree without knowing of each other.
 */
export function ofShard(ids: readonly string[], { index, count }: Shard): readonly string[] {
  const shards = Array.from({ length: count }, () => ({ ids: new Set<string>(), ms: 0 }));
  const slowestFirst = [...new Set(ids)].sort((a, b) => msOf(b) - msOf(a) || (a < b ? -1 : 1));
  for (const id of slowestFirst) {
    const least = shards.reduce((a, b) => (b.ms < a.ms ? b : a));
    least.ids.add(id);
    least.ms += msOf(id);
  }
  return ids.filter((id) => shards[index - 1]?.ids.has(id));
}

/** As it is named on the command line. */
export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}

function msOf(id: string): number {
  return durations[id] ?? usualMs;
}
