import type { CheckResult, ResultFile, TargetSummary } from '../../helpers/model/result';
import { sumText, withoutServer } from '../result/asked';
import { bySuite } from '../result/by-suite';
import { shortName } from '../result/short-name';
import { exitStatus } from '../result/summary';
import { verdictSentence } from '../result/verdict-sentence';
import { counted } from '../text/counted';
import { cut, wrap } from '../text/text-layout';
import { visible, visibleLine } from '../text/visible';
import { causesSection, withoutRepetition } from './causes';
import { renderDetails } from './details';
import { howtoSection } from './howto-section';
import { type Paint, painter, verdictSign } from './paint';
import { renderWarnings } from './warnings';
import { renderWithoutServer } from './without-server';

/** What the terminal can show, and what the reader wants to see. */
export interface TableOptions {
  readonly colour: boolean;
  /** Columns; undefined where nothing has a width, such as a file or a CI log. */
  readonly width: number | undefined;
  /** Show what was seen for every check, and not only where something is wrong. */
  readonly verbose: boolean;
  /** Where the reports are, to be named at the end. */
  readonly reportPaths: readonly string[];
}

/** The end table: causes, target, verdicts by suite and by row of the how-to, what was seen where something is wrong, and the sum at the very end. */
export function renderTable(result: ResultFile, options: TableOptions): string {
  const paint = painter(options.colour);
  const proseWidth = Math.min(options.width ?? 100, 120);
  if (withoutServer(result.checks)) return renderWithoutServer(result, options);
  const told = options.verbose ? result.checks : withoutRepetition(result);
  return [
    ...causesSection(result, { paint, proseWidth, width: options.width }),
    renderWarnings(result, paint, proseWidth),
    targetText(result.target, paint, proseWidth),
    ...[...bySuite(result.checks)].map(([suite, checks]) => suiteText(suite, checks, paint, options.width)),
    // The rows are about the how-to's own configuration, which a target that is not ours has not.
    result.target.seen ? '' : howtoSection(result, paint, proseWidth),
    ...renderDetails(told, { paint, proseWidth, verbose: options.verbose }),
    conclusion(result, paint),
    options.reportPaths.join('\n'),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n');
}

function targetText(target: TargetSummary, paint: Paint, width: number): string {
  const versions = Object.entries(target.versions).map(([name, version]) => `${name} ${version}`);
  const facts = [
    target.image,
    versions.length > 0 ? versions.join(', ') : target.mta,
    target.hostname,
    target.engine ?? '',
  ];
  const described = facts.filter((fact) => fact !== '').map((fact) => ` · ${visibleLine(fact)}`);
  const head = wrap(`${visibleLine(target.name)}${described.join('')}`, width);
  const seen = (target.seen ?? []).map((line) => wrap(visibleLine(line), width, '  '));
  const notice = target.notice === undefined ? [] : [paint('doubtful', wrap(`! ${visible(target.notice)}`, width))];
  return [paint('strong', head), ...seen, ...notice].join('\n');
}

function suiteText(suite: string, checks: readonly CheckResult[], paint: Paint, width: number | undefined): string {
  const names = checks.map((check) => shortName(check));
  const nameWidth = Math.min(Math.max(...names.map((name) => name.length)), 40);
  const shared = sharedReasons(checks);
  const rows = checks.flatMap((check, index) => {
    if (check.verdict === 'not-applicable' && shared.has(check.reason)) return [];
    const row = `${(names[index] ?? '').padEnd(nameWidth)}  ${visibleLine(check.title)}`;
    const sign = verdictSign(check.verdict, paint);
    const shown = `  ${sign} ${width === undefined ? row : cut(row, width - 4)}`;
    const remark = remarkOn(check);
    return remark === undefined ? [shown] : [shown, paint('faint', wrap(visible(remark), width ?? 100, '      '))];
  });
  for (const [reason, number] of shared) {
    const row = `${number} checks do not apply: ${visible(reason ?? '')}`;
    rows.push(
      `  ${verdictSign('not-applicable', paint)} ${paint('faint', wrap(row, (width ?? 100) - 4, '      ').trimStart())}`,
    );
  }
  return [paint('strong', suite), ...rows].join('\n');
}

/** What stands below a check in the table. Of one that failed or is undecided, the details say why. */
function remarkOn({ verdict, reason, acceptedBecause }: CheckResult): string | undefined {
  if (verdict === 'accepted') return `accepted: ${acceptedBecause}\n${reason}`;
  return verdict === 'not-applicable' || verdict === 'held' ? reason : undefined;
}

/** Reasons for which several checks do not apply: said once, with their number. */
function sharedReasons(checks: readonly CheckResult[]): ReadonlyMap<string | undefined, number> {
  const reasons = checks.flatMap(({ verdict, reason }) => (verdict === 'not-applicable' ? [reason] : []));
  const counts = new Map<string | undefined, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return new Map([...counts].filter(([, number]) => number > 1));
}

function conclusion(result: ResultFile, paint: Paint): string {
  const sum = sumText(result);
  const why = causes(result);
  switch (exitStatus(result)) {
    case 0:
      return paint('good', sum);
    case 1:
      return [paint('bad', sum), ...why].join('\n');
    case 2:
      return [paint('doubtful', sum), ...(why.length > 0 ? why : [verdictSentence(result)])].join('\n');
  }
}

/** Once more at the end, where the reader of a long table is. */
function causes({ failureModes }: ResultFile): readonly string[] {
  const [first, ...others] = failureModes;
  if (!first) return [];
  const more = others.length === 0 ? '' : `, and ${others.length} more above`;
  return [`Why: ${visibleLine(first.title)} (${counted(first.explains.length, 'check')})${more}`];
}
