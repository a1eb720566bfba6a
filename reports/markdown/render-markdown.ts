import type { CheckResult, FoundCause, ResultFile } from '../../helpers/model/result';
import { withoutServer } from '../result/asked';
import { bySuite } from '../result/by-suite';
import { reasonLine } from '../result/cause-of';
import { exitStatus, summarise } from '../result/summary';
import { unexplained } from '../result/unexplained';
import { verdictSentence } from '../result/verdict-sentence';
import { warnings, whatWarningsMean } from '../result/warnings';
import { counted } from '../text/counted';
import { evidenceText } from '../text/evidence-text';
import { durationText } from '../text/text-layout';
import { fitting, mostBytes } from './fitting';
import { code, fenced, plain, statusSigns } from './markdown-text';

/**
 * The result in Markdown: the verdict, causes with their repair, what is not explained, and the dialogues of the first that
 * failed. What does not fit into that many bytes is left out, from its end.
 */
export function renderMarkdown(result: ResultFile, most = mostBytes): string {
  return fitting(resultBlocks(result), most);
}

/** The same in blocks, none of which may be cut. */
export function resultBlocks(result: ResultFile): readonly string[] {
  const blocks = [
    `## ${statusSigns[exitStatus(result)]} ${plain(result.target.name)}: ${plain(verdictSentence(result))}`,
    head(result),
    ...warnings(result).map(({ text }) => `> ⚠️ ${plain(text)}: ${plain(whatWarningsMean)}`),
    ...startFailure(result),
    ...result.failureModes.map((cause) => causeBlock(cause)),
    ...leftOver('Not explained', unexplained(result)),
    ...leftOver(
      'Could not tell',
      result.checks.filter(({ verdict }) => verdict === 'could-not-tell'),
    ),
    ...leftOver(
      'Accepted',
      result.checks.filter(({ verdict }) => verdict === 'accepted'),
    ),
    suiteTable(result),
    ...firstFailures(result).map(details),
  ];
  return blocks.filter((block) => block !== '');
}

/** Why no server came about: all that such a run has to say. */
function startFailure({ checks }: ResultFile): readonly string[] {
  if (!withoutServer(checks)) return [];
  return checks.filter(({ suite }) => suite === 'harness').map(({ reason = '' }) => fenced(reason));
}

function head({ target, durationMs }: ResultFile): string {
  const versions = Object.entries(target.versions).map(([name, version]) => `${name} ${version}`);
  const facts = [
    target.image && code(target.image),
    plain(versions.join(', ') || target.mta),
    target.hostname && code(target.hostname),
  ];
  const line = [...facts.filter(Boolean), `took ${durationText(durationMs)}`].join(' · ');
  return target.notice === undefined ? line : `${line}\n\n> ${plain(target.notice)}`;
}

function causeBlock({ id, title, cause, confidence, explains, repair, evidence, facts }: FoundCause): string {
  const shown = [...facts.flatMap(({ places }) => places), ...evidence].map(
    ({ file, line, text }) => `${file}:${line}: ${text}`,
  );
  return [
    `### ${plain(title)}`,
    `${confidence} · ${code(id)} · explains ${counted(explains.length, 'failed check')}`,
    plain(cause),
    `**What mends it.** ${plain(repair.words)}`,
    ...(repair.commands.length > 0 ? [fenced(repair.commands.join('\n'))] : []),
    ...(shown.length > 0 ? [`**What shows it.**\n\n${fenced(shown.join('\n'))}`] : []),
  ].join('\n\n');
}

const mostRows = 100;

function leftOver(heading: string, checks: readonly CheckResult[]): readonly string[] {
  if (checks.length === 0) return [];
  const rows = checks.slice(0, mostRows).map((check) => `| ${code(check.id)} | ${plain(short(reasonLine(check)))} |`);
  const more = checks.length > mostRows ? `\n\n… and ${checks.length - mostRows} more` : '';
  return [`### ${heading}: ${checks.length}\n\n| check | why |\n| --- | --- |\n${rows.join('\n')}${more}`];
}

function suiteTable({ checks }: ResultFile): string {
  const suites = [...bySuite(checks)];
  if (suites.length === 0) return '';
  const rows = suites.map(([suite, ofSuite]) => {
    const { held, failed, accepted, couldNotTell, notApplicable } = summarise(ofSuite);
    return `| ${plain(suite)} | ${[held, failed, accepted, couldNotTell, notApplicable].map((number) => number || '').join(' | ')} |`;
  });
  return `### Suites\n\n| suite | held | failed | accepted | could not tell | not applicable |\n| --- | --: | --: | --: | --: | --: |\n${rows.join('\n')}`;
}

/** Those that nothing explains are what somebody must look into. */
function firstFailures(result: ResultFile): readonly CheckResult[] {
  const left = unexplained(result);
  const failed = result.checks.filter(({ verdict }) => verdict === 'failed');
  return [...left, ...failed.filter((check) => !left.includes(check))].slice(0, 10);
}

function details({ id, title, reason, evidence }: CheckResult): string {
  const seen = [reason, evidenceText(evidence)].filter(Boolean).join('\n\n');
  return `<details><summary>${code(id)} ${plain(title)}</summary>\n\n${fenced(seen)}\n\n</details>`;
}

function short(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)} …`;
}
