import { unwrapLine } from './unwrap-line';

/**
 * When the log begins, in milliseconds, to read a rotated set in its order; undefined where no line tells. Syslog
 * writes no year: it is the last one in which that moment isn't in the future.
 */
export function firstTime(beginning: string, now: Date): number | undefined {
  const lines = beginning.split(/\r?\n/, linesLookedAt);
  const exported = /^__REALTIME_TIMESTAMP=(\d+)/m.exec(beginning)?.[1];
  if (exported !== undefined) return Number(exported) / 1000;
  for (const line of lines) {
    const { time } = unwrapLine(line);
    const at = time === undefined ? Number.NaN : milliseconds(time, now);
    if (!Number.isNaN(at)) return at;
  }
  return undefined;
}

const linesLookedAt = 20;
const dayMs = 86_400_000;

function milliseconds(time: string, now: Date): number {
  if (/^\d/.test(time)) return Date.parse(time);
  const inYear = (year: number) => Date.parse(`${time.replace(/ {2}/, ' ')} ${year} UTC`);
  const thisYear = inYear(now.getUTCFullYear());
  // A day of grace: the log's clock may be in another time zone.
  return thisYear > now.getTime() + dayMs ? inYear(now.getUTCFullYear() - 1) : thisYear;
}
