import { causes } from './public-logs';

/** How often each mode is the cause in the public logs. */
export function timesOfCauses(): Readonly<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const [, cause] of causes) if (cause !== undefined) times[cause] = (times[cause] ?? 0) + 1;
  return times;
}
