import { diagnose } from '../diagnosis/diagnose';
import { logOfLines } from '../diagnosis/log/log-source';
import { diagnoseLines, factsBeside, type Shell } from '../diagnosis/of-server';
import { catalogue } from '../failure-modes/catalogue';
import { maskLine } from '../maillog/mask-line';
import type { Finding } from '../model/diagnosis';
import type { CheckResult, FoundCause } from '../model/result';
import { isWrong } from '../model/verdict';
import { causesOf } from './causes-of';

/** The server that the checks were put to, as far as it can be read. */
export interface ReadableServer extends Shell {
  readonly log: { linesSince(position: number): readonly string[] };
  /** The services that run beside it. */
  readonly otherServices?: readonly (Pick<ReadableServer, 'log' | 'run'> & { readonly service: string })[] | undefined;
}

/** Why checks failed, by what the server logged while they were asked, and by its configuration and that of the services beside it as it is now. */
export async function explainFailures(
  checks: readonly CheckResult[],
  server: ReadableServer,
): Promise<readonly FoundCause[]> {
  const wrong = checks.filter(isWrong);
  const others = server.otherServices ?? [];
  const facts = await factsBeside(server, others, catalogue);
  const log = withoutLinesOf(
    checks.filter(({ verdict }) => verdict === 'held'),
    server.log.linesSince(0),
  );
  const ofOthers = others.map(({ service, log }) => logOfLines(`the log of ${service}`, log.linesSince(0)));
  const { findings } = await diagnose(catalogue, { logs: [logOfLines('the log', log), ...ofOthers], facts });
  const ofCheck = new Map<string, readonly Finding[]>();
  for (const { id, evidence } of wrong) {
    if (evidence.logLines.length > 0) ofCheck.set(id, (await diagnoseLines(catalogue, evidence.logLines)).findings);
  }
  return causesOf(wrong, { findings, ofCheck });
}

/** What a check that held made the server log, such as a login that its smarthost refused, was meant and is no trouble. */
function withoutLinesOf(checks: readonly CheckResult[], log: readonly string[]): readonly string[] {
  const meant = new Set(checks.flatMap(({ evidence }) => evidence.logLines));
  return log.filter((line) => !meant.has(line) && !meant.has(maskLine(line)));
}
