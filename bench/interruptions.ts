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
      const afterMs = Math.round(random() * victim.seconds * 1000);
      const { left, ended } = await tryOnce(`${process.pid}-${time}`, victim, way, afterMs);
      const found = Object.entries(left).filter(([, count]) => count > 0);
      if (found.length === 0) clean++;
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
  process.stdout.write(`${times} runs broken off, ${clean} left nothing${all ? `; in all: ${all}` : ''}\n`);
  return clean === times ? 0 : 1;
}

async function tryOnce(mark: string, victim: Victim, way: Way, afterMs: number) {
  const temporary = way === 'full disk' ? makeTiny(tiny) : join(folder, `tmp-${mark}`);
  mkdirSync(temporary, { recursive: true });
  const before = await inEngine();
  const env = { ...process.env, TMPDIR: temporary, [markName]: mark };
  const child = start(victim.command, way === 'exception' ? { ...env, ...throwing(folder, afterMs) } : env);
  const end = once(child, 'exit');
  await Promise.race([delay(afterMs), end]);
  const isOver = child.exitCode !== null || child.signalCode !== null;
  if (!isOver) breakOff(child, way, mark, temporary);
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
  return { left, ended: isOver ? `${ended} before` : ended };
}
