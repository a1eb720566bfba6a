import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Option } from '@commander-js/extra-typings';
import { inEngine, leftOf } from './interruptions/left';
import { kill, marked, markName } from './interruptions/marked-processes';
import { mulberry32 } from './interruptions/random';
import { nextStart, start, type Victim, victimsIn } from './interruptions/victims';
import { breakOff, makeTiny, throwing, type Way, ways } from './interruptions/ways';
import { script, wholeNumber } from './script';

const about =
  'What stays behind of runs that are broken off: starts verify, reproduce and plain Jest in turn, breaks each off at a random moment, ' +
  'lets the next run start, and counts what is there then and was not there before.';
const options = script('interruptions', about)
  .option('--times <number>', 'how often', wholeNumber(1), 50)
  .option('--seed <number>', 'the same moments again', wholeNumber(0), 1)
  .addOption(new Option('--way <way>', 'in this way alone').choices(ways))
  .parse()
  .opts();

const folder = mkdtempSync(join(tmpdir(), 'interruptions-'));
const tiny = join(folder, 'tiny');
const victims = victimsIn(folder);
/** In milliseconds, how long those took that were over before their moment came. */
const lengths = new Map<Victim, number>();
let tries = 0;

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 2;
  },
);

async function main(): Promise<number> {
  const random = mulberry32(options.seed);
  const asked = options.way === undefined ? ways : ways.filter((way) => way === options.way);
  const sums = new Map<string, number>();
  let clean = 0;
  const { times } = options;
  try {
    for (let time = 0; time < times; time++) {
      const victim = victims[time % victims.length] as Victim;
      const way = asked[Math.floor(time / victims.length) % asked.length] as Way;
      const { left, ended, afterMs, wasOver } = await breakOffAt(random(), victim, way);
      const found = Object.entries(left).filter(([, count]) => count > 0);
      // One that nobody could break off has shown nothing.
      if (found.length === 0 && !wasOver) clean++;
      for (const [what, count] of found) sums.set(what, (sums.get(what) ?? 0) + count);
      process.stdout.write(
        `${time + 1}/${times} ${victim.name}, ${way} after ${(afterMs / 1000).toFixed(1)} s: ${ended}; left: ` +
          `${found.map(([what, count]) => `${count} ${what}`).join(', ') || 'nothing'}\n`,
      );
    }
  } finally {
    spawnSync('umount', [tiny]);
    rmSync(folder, { recursive: true, force: true });
  }
  const all = [...sums].map(([what, count]) => `${count} ${what}`).join(', ');
  process.stdout.write(`${times} tries, ${clean} broken off that left nothing${all ? `; in all: ${all}` : ''}\n`);
  return clean === times ? 0 : 1;
}

/** At this share of the time that it takes; tried again where it was over before, now that its time is known. */
async function breakOffAt(share: number, victim: Victim, way: Way) {
  for (let attempt = 1; ; attempt++) {
    const afterMs = Math.round(share * (lengths.get(victim) ?? victim.seconds * 1000));
    const trial = await tryOnce(`${process.pid}-${tries++}`, victim, way, afterMs);
    if (trial.wasOver) lengths.set(victim, trial.tookMs * 0.9);
    if (!trial.wasOver || attempt === 3) return { ...trial, afterMs };
  }
}

async function tryOnce(mark: string, victim: Victim, way: Way, afterMs: number) {
  const temporary = way === 'full disk' ? makeTiny(tiny) : join(folder, `tmp-${mark}`);
  mkdirSync(temporary, { recursive: true });
  const before = await inEngine();
  const env = { ...process.env, TMPDIR: temporary, [markName]: mark };
  const startedMs = performance.now();
  const child = start(victim.command, way === 'exception' ? { ...env, ...throwing(folder, afterMs) } : env);
  const end = once(child, 'exit');
  await Promise.race([delay(afterMs), end]);
  const tookMs = performance.now() - startedMs;
  const wasOver = child.exitCode !== null || child.signalCode !== null;
  if (!wasOver) breakOff(child, way, mark, temporary);
  const ended = await Promise.race([
    end.then(([status, signal]) => `ended by ${signal ?? `status ${status}`}`),
    delay(120_000, 'did not end', { ref: false }),
  ]);
  // What was told to end may still be at it.
  for (let n = 0; n < 100 && marked(mark).length > 0; n++) await delay(100);
  if (way === 'full disk') rmSync(join(temporary, 'full'), { force: true });
  nextStart(folder, env);
  const left = await leftOf(mark, temporary, before);
  for (const pid of marked(mark)) kill(pid, 'SIGKILL');
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  return { left, wasOver, tookMs, ended: wasOver ? `${ended} before` : ended };
}
