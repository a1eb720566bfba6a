import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { renderDiagnosisJson } from '../../../reports/diagnosis/json';
import { renderDiagnosisSarif } from '../../../reports/diagnosis/sarif';
import { diagnosisStatus } from '../../../reports/diagnosis/status';
import { renderDiagnosisText } from '../../../reports/diagnosis/text';
import { terminalOf } from '../../../reports/terminal/terminal';
import { readConfiguration } from '../../diagnosis/configuration/read-configuration';
import { diagnose } from '../../diagnosis/diagnose';
import { knownLogs } from '../../diagnosis/inputs/sort-inputs';
import type { PieceJudges } from '../../diagnosis/judged-piece';
import { pathsOfFacts } from '../../diagnosis/paths-of-facts';
import { didYouMean } from '../../did-you-mean';
import type { DiagnosisReport } from '../../model/diagnosis';
import type { FailureMode, ServerFacts } from '../../model/failure-mode';
import { asInvoked } from '../shared/as-invoked';
import { ownVersion } from '../shared/own-version';
import { parseDiagnoseArguments } from './arguments';
import { factsOfContainer, followContainer, logOfContainer } from './container';
import { follow } from './follow';
import { gather } from './gather';
import { growingFile } from './growing-file';
import { JudgeThreads } from './judge-threads';
import { mergedLines } from './merge-lines';
import { declareDiagnose } from './options';
import { ReadingProgress } from './progress';

/** What the command works with; the process itself and the catalogue, except in tests. */
export interface DiagnoseEnvironment {
  readonly modes: readonly FailureMode[];
  readonly stdin: Readable;
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown };
  readonly stderr: { readonly isTTY?: boolean; readonly write: (text: string) => unknown };
  readonly env: NodeJS.ProcessEnv;
  /** Threads that judge with these modes too, where a log is long. */
  readonly judges?: (facts: ServerFacts) => PieceJudges & AsyncDisposable;
  /** Ends what would go on for ever. */
  readonly interrupted?: AbortSignal;
}

/** The command `diagnose`: does what the arguments ask, and returns the exit status. */
export async function runDiagnose(argv: readonly string[], given: DiagnoseEnvironment): Promise<number> {
  const { stdout, stderr } = given;
  const tool = { name: 'smtp-auth-harness', version: ownVersion() };
  const command = parseDiagnoseArguments(argv);
  switch (command.kind) {
    case 'wrong':
      stderr.write(`diagnose: ${command.problem} (--help explains the options)\n`);
      return 2;
    case 'help':
      stdout.write(helpTextOf('diagnose', declareDiagnose(), stdout.columns));
      return 0;
    case 'version':
      stdout.write(`${tool.version}\n`);
      return 0;
    case 'diagnose': {
      const { compose, follow: followed } = command;
      for (const [path, what] of [
        [compose, 'compose file'],
        [followed, 'file to follow'],
      ] as const) {
        if (typeof path !== 'string' || isFile(path)) continue;
        stderr.write(`diagnose: ${path}: there is no such ${what}\n`);
        return 2;
      }
      const containers = [...command.containers, ...(await containersOf(compose, given))];
      const request = { ...command, containers };
      if (followed !== undefined) return followLogs(request, given);
      const report = { tool, ...(await examine(request, given)) };
      stdout.write(render(report, request, given));
      return diagnosisStatus(report);
    }
  }
}

/** The same with the input, output and environment of this process. */
export function diagnoseHere(argv: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const ending = new AbortController();
  if (argv.some((word) => word.startsWith('--follow'))) process.once('SIGINT', () => ending.abort());
  return runDiagnose(argv, {
    stdin,
    stdout,
    stderr,
    env,
    interrupted: ending.signal,
    judges: (facts) => new JudgeThreads(facts),
    // Loaded only for a diagnosis: to explain the options takes none of it.
    get modes() {
      return (require('../../failure-modes/catalogue') as typeof import('../../failure-modes/catalogue')).catalogue;
    },
  });
}

type Request = Extract<ReturnType<typeof parseDiagnoseArguments>, { readonly kind: 'diagnose' }>;

async function followLogs(request: Request, given: DiagnoseEnvironment): Promise<number> {
  const { modes, stdout, interrupted = new AbortController().signal } = given;
  const { follow: path, containers } = request;
  const facts = async () => readConfiguration((await gatherFrom(request, given, 'facts')).documents, didYouMean).facts;
  const followed =
    typeof path === 'string'
      ? { name: path, chunks: growingFile(path, interrupted) }
      : { name: containers.join(', '), chunks: await followContainers(containers, interrupted) };
  const write = (text: string) => stdout.write(asInvoked(text));
  await follow({ ...followed, modes, facts, write, now: () => new Date() });
  return 0;
}

async function followContainers(names: readonly string[], signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const containers = await Promise.all(names.map(running));
  return mergedLines(await Promise.all(containers.map((container) => followContainer(container, signal))));
}

function gatherFrom({ paths, containers }: Request, { modes, stdin }: DiagnoseEnvironment, wanted?: 'facts') {
  return gather({
    paths,
    containers,
    stdin,
    now: new Date(),
    readContainer: async (name) => {
      const container = await running(name);
      const facts = await factsOfContainer(container, pathsOfFacts(modes));
      return { name, facts, log: wanted === 'facts' ? undefined : await logOfContainer(container) };
    },
  });
}

async function examine(request: Request, given: DiagnoseEnvironment) {
  const { modes, stderr } = given;
  const gathered = await gatherFrom(request, given);
  const { facts, notices } = readConfiguration(gathered.documents, didYouMean);
  const progress = new ReadingProgress({
    isTerminal: stderr.isTTY === true,
    write: (text) => stderr.write(text),
    nowMs: Date.now,
  });
  const onProgress = progress.show.bind(progress);
  await using judges = given.judges?.(facts);
  const diagnosis = await diagnose(modes, { logs: gathered.logs, facts, notices, judges, onProgress });
  progress.end();
  return { diagnosis, inputs: knownLogs(gathered.reports(), diagnosis.read) };
}

function render(report: DiagnosisReport, { format, all }: Request, { stdout, env }: DiagnoseEnvironment): string {
  switch (format) {
    case 'json':
      return renderDiagnosisJson(report);
    case 'sarif':
      return renderDiagnosisSarif(report);
    case 'text':
      return asInvoked(renderDiagnosisText(report, { ...terminalOf(env, stdout), all }));
  }
}

function helpTextOf(...given: Parameters<typeof import('../shared/help-text').helpText>): string {
  return (require('../shared/help-text') as typeof import('../shared/help-text')).helpText(...given);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

async function containersOf(compose: string | undefined, { env }: DiagnoseEnvironment): Promise<readonly string[]> {
  if (compose === undefined) return [];
  return (require('./compose') as typeof import('./compose')).containersOfCompose(compose, env);
}

/** Loaded only for containers: the Docker client takes longer to load than a log to read. */
async function running(name: string) {
  const { runningContainer } =
    require('../../../containers/docker/running-container') as typeof import('../../../containers/docker/running-container');
  return runningContainer(name);
}
