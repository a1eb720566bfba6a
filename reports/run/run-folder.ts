import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckResult, FoundCause, ResultFile, TargetSummary } from '../../helpers/model/result';
import type { DnsQuery } from '../../helpers/model/zone';
import { writeWhole } from '../written/write-whole';

/** What the workers of one run left behind: the only way from a check to a report, since workers share no memory. */
export interface RunFolder {
  readonly checks: readonly CheckResult[];
  readonly target: TargetSummary | undefined;
  readonly explanation: Explanation | undefined;
}

/** What the diagnosis came to, once checks had failed: the causes, or what kept it from looking for them. */
export type Explanation =
  | { readonly causes: readonly FoundCause[]; readonly trouble?: never }
  | { readonly trouble: string; readonly causes?: never };

/** Makes a folder that no other run has; whoever makes it removes it. Those of runs that were killed are removed. */
export function createRunFolder(): string {
  removeOrphanedFolders();
  return mkdtempSync(join(tmpdir(), `${ofThisHost}${process.pid}-`));
}

/** Where machines or containers share a folder for temporary files, a process of another one only seems to be dead. */
const ofThisHost = `smtp-auth-harness-${hostname()}-`;

function removeOrphanedFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(ofThisHost) ? /^(\d+)-/.exec(name.slice(ofThisHost.length))?.[1] : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's, or another run removes it at the same time; it harms nobody.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Ends what counts of a run that is interrupted: what checks see from now on is only that their server is taken away. */
export function markInterrupted(runFolder: string): void {
  writeFileSync(interruptionPath(runFolder), '');
}

/** Whether the run has been interrupted. */
export function isInterrupted(runFolder: string): boolean {
  return existsSync(interruptionPath(runFolder));
}

/** Leaves the result of one check; a second result of the same check replaces the first. */
export function writeCheckResult(runFolder: string, result: CheckResult): void {
  if (isInterrupted(runFolder)) return;
  writeJson(checkPath(runFolder, result.id), result);
}

/** The result of one check, undefined as long as there is none. */
export function readCheckResult(runFolder: string, id: string): CheckResult | undefined {
  return readJson<CheckResult>(checkPath(runFolder, id));
}

/** Leaves what was found out about the target. */
export function writeTargetSummary(runFolder: string, target: TargetSummary): void {
  writeJson(join(runFolder, 'target.json'), target);
}

/** Adds to it what the target asked the DNS; who asked a question again says nothing more. */
export function addDnsQuestions(runFolder: string, queries: readonly DnsQuery[]): void {
  const target = readJson<TargetSummary>(join(runFolder, 'target.json'));
  const asked = queries.map(({ type, name, answer }) => `${type} ${name}: ${answer}`);
  if (target) writeTargetSummary(runFolder, { ...target, dnsQuestions: [...new Set(asked)].sort() });
}

/** Leaves why checks failed. */
export function writeExplanation(runFolder: string, explanation: Explanation): void {
  writeJson(join(runFolder, 'explanation.json'), explanation);
}

/** Reads all that the workers left, in the order of the checks' ids. An empty or absent folder is no error. */
export function readRunFolder(runFolder: string): RunFolder {
  return {
    checks: checkFiles(runFolder).flatMap((file) => readJson<CheckResult>(join(runFolder, 'checks', file)) ?? []),
    target: readJson<TargetSummary>(join(runFolder, 'target.json')),
    explanation: readJson<Explanation>(join(runFolder, 'explanation.json')),
  };
}

/** How many checks have left a result so far; asked every second, so it opens none of them. */
export function countCheckResults(runFolder: string): number {
  return checkFiles(runFolder).length;
}

/** Leaves the assembled result, from which the command line learns how the run ended. */
export function writeResult(runFolder: string, result: ResultFile): void {
  writeJson(join(runFolder, 'result.json'), result);
}

/** The assembled result, undefined if the run broke off before there was one. */
export function readResult(runFolder: string): ResultFile | undefined {
  return readJson<ResultFile>(join(runFolder, 'result.json'));
}

function interruptionPath(runFolder: string): string {
  return join(runFolder, 'interrupted');
}

function checkPath(runFolder: string, id: string): string {
  return join(runFolder, 'checks', `${encodeURIComponent(id.replaceAll('/', '--'))}.json`);
}

function checkFiles(runFolder: string): string[] {
  try {
    return readdirSync(join(runFolder, 'checks'))
      .filter((file) => file.endsWith('.json'))
      .sort();
  } catch (error) {
    // The folder appears with the first result.
    if (isAbsent(error)) return [];
    throw error;
  }
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw new Error(`${path} can not be read: ${(error as Error).message}`, { cause: error });
  }
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
