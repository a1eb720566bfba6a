import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLogLine } from '../maillog/parse-line';
import type { FailureMode, LogSign, Reproduction } from '../model/failure-mode';
import type { Transcript } from '../model/transcript';
import { isBefore } from '../postfix/version';
import type { Target } from '../targets/target';
import { provoke } from './provoke';

/** What was seen of a server while it was broken. */
export interface Breakdown {
  readonly transcripts: readonly Transcript[];
  /** From the injection on. */
  readonly log: readonly string[];
  /** The signs that the log should have shown and did not. */
  readonly missing: readonly LogSign[];
}

/**
 * Breaks the server as the mode says, lets its clients do what makes it show, and waits for the signs in the log. Other
 * shell commands may come before the injection.
 */
export async function breakDown(
  target: Target,
  mode: FailureMode,
  reproduction: Reproduction,
  before = '',
): Promise<Breakdown> {
  const since = target.log.position;
  for (const zone of reproduction.zones ?? []) target.dns.setZone(zone);
  await change(target, `${before}\n${reproduction.inject}`, reproduction);
  const transcripts = await provoke(target, reproduction.provoke);
  const signs = mode.symptoms.log.filter(({ strength, alternative }) => strength !== 'accompanies' && !alternative);
  await target.log.when((lines) => signs.every((sign) => isIn(lines, sign)), { since, timeoutMs: longestLag });
  const log = target.log.linesSince(since).filter((line) => !ofSmarthost.test(line));
  return { transcripts, log, missing: signs.filter((sign) => !isIn(log, sign)) };
}

/** A busy engine hands a log on late; where every sign comes, nobody waits for it. */
const longestLag = 20_000;

// smarthost/smtpd[961]: … is another server, which only shares the container.
const ofSmarthost = / smarthost\/\w+\[\d+\]: /;

/** Mends what `breakDown` broke, as the mode's repair does on a reference server. */
export async function mend(target: Target, reproduction: Reproduction): Promise<void> {
  target.dns.resetZones();
  await change(target, reproduction.repair, reproduction);
}

async function change(target: Target, script: string, { restart = true }: Reproduction): Promise<void> {
  if (script.trim() === '') return;
  const { postfix } = (await target.summary()).versions;
  const text = postfix && isBefore(postfix, '2.11') ? `${postconfOf211}\n${script}` : script;
  if (restart) await target.restart(text);
  else await target.run(text);
}

/** What scripts use of postconf and Postfix 2.10 does not have. */
const postconfOf211 = readFileSync(join(__dirname, 'postconf-2.10.sh'), 'utf8');

/** Whether one of the lines bears the sign. */
function isIn(lines: readonly string[], { pattern, program }: LogSign): boolean {
  return lines.some((text) => {
    const line = parseLogLine(text);
    return line !== undefined && pattern.test(line.message) && (program?.test(line.program) ?? true);
  });
}
