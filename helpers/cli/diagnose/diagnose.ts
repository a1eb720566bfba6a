import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { renderDiagnosisJson } from '../../../reports/diagnosis/json';
import { renderDiagnosisSarif } from '../../../reports/diagnosis/sarif';
import { diagnosisStatus } from '../../../reports/diagnosis/status';
import { renderDiagnosisText } from '../../../reports/diagnosis/text';
import { terminalOf } from '../../../reports/terminal/terminal';
import { readConfiguration } from '../../diagnosis/configuration/read-configuration';
import { diagnose } from '../../diagnosis/diagnose';
import { knownLogs } from '../../diagnosis/inputs/sort-inputs';
import { pathsOfFacts } from '../../diagnosis/paths-of-facts';
import { didYouMean } from '../../did-you-mean';
import type { DiagnosisReport } from '../../model/diagnosis';
import type { FailureMode } from '../../model/failure-mode';
import { asInvoked } from '../shared/as-invoked';
import { ownVersion } from '../shared/own-version';
import { parseDiagnoseArguments } from './arguments';
import { readContainer } from './container';
import { follow } from './follow';
import { gather } from './gather';
import { declareDiagnose } from './options';
import { ReadingProgress } from './progress';

/** What the command works with; the process itself and the catalogue, except in tests. */
export interface DiagnoseEnvironment {
  readonly modes: readonly FailureMode[];
  readonly stdin: Readable;
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown };
  readonly stderr: { readonly isTTY?: boolean; readonly write: (text: string) => unknown };
  readonly env: NodeJS.ProcessEnv;
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
      if (command.follow !== undefined) return followLog(command.follow, command, given);
      const report = { tool, ...(await examine(command, given)) };
      stdout.write(render(report, command, given));
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
    // Loaded only for a diagnosis: to explain the options takes none of it.
    get modes() {
      return (require('../../failure-modes/catalogue') as typeof import('../../failure-modes/catalogue')).catalogue;
    },
  });
}

type Request = Extract<ReturnType<typeof parseDiagnoseArguments>, { readonly kind: 'diagnose' }>;

async function followLog(path: string, request: Request, given: DiagnoseEnvironment): Promise<number> {
  const { modes, stdout, stderr, interrupted = new AbortController().signal } = given;
  if (!existsSync(path)) {
    stderr.write(`diagnose: ${path}: there is no such file to follow\n`);
    return 2;
  }
  const { documents } = await gatherFrom(request, given);
  const { facts } = readConfiguration(documents, didYouMean);
  await follow({ path, modes, facts, write: (text) => stdout.write(asInvoked(text)), signal: interrupted });
  return 0;
}

function gatherFrom({ paths, containers }: Request, { modes, stdin }: DiagnoseEnvironment) {
  return gather({
    paths,
    containers,
    stdin,
    now: new Date(),
    readContainer: async (name) => readContainer(await running(name), pathsOfFacts(modes)),
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
  const diagnosis = await diagnose(modes, { logs: gathered.logs, facts, notices, onProgress });
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

/** Loaded only for --container: the Docker client takes longer to load than a log to read. */
async function running(name: string) {
  const { runningContainer } =
    require('../../../containers/docker/running-container') as typeof import('../../../containers/docker/running-container');
  return runningContainer(name);
}
