import fc from 'fast-check';
import { setting } from '../../../helpers/settings/settings';

/** Few values, always the same, among the unit tests; many and new ones with `npm run fuzz`. */
const numRuns = setting('fuzzRuns', process.env) ?? 100;
const seed = setting('fuzzSeed', process.env) ?? (numRuns > 1000 ? Date.now() % 2 ** 31 : 16);

/**
 * A test that something holds for whatever value. A failure shows the smallest value found and the seed, with which
 * `HARNESS_FUZZ_SEED=… npm run fuzz -- -t <title>` finds it again.
 */
export function always<T extends readonly [unknown, ...unknown[]]>(
  title: string,
  values: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (...values: T) => void | Promise<void>,
  { share = 1 }: { readonly share?: number } = {},
): void {
  const property = fc.asyncProperty(...(values as unknown as [fc.Arbitrary<unknown>]), async (...given) => {
    await check(...(given as unknown as T));
  });
  // Values that cost more are fewer.
  const ofThis = Math.max(Math.ceil(numRuns * share), 1);
  test(`${title} (${ofThis} values, seed ${seed})`, () => fc.assert(property, { seed, numRuns: ofThis }), 3_600_000);
}

/**
 * What the work returns; throws where it took so long that there may be inputs for which it has no end. In time of the processor, of
 * which a busy machine takes several times as much.
 */
export function endsSoon<T>(work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  if (ms > mostMs) throw new Error(`took ${Math.round(ms)} ms`);
  return result;
}

const mostMs = 10_000;
