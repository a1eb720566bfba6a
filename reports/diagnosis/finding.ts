import type { Confidence, Finding, FoundFact, OpenQuestion } from '../../helpers/model/diagnosis';
import { counted } from '../text/counted';
import { wrap } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import { type Layout, placed } from './layout';
import { whenText } from './words';

/** One finding, whole: how certain, what shows it, why it is so, and what mends it. */
export function renderFinding(finding: Finding, number: number, layout: Layout): string {
  const { mode, confidence, undecided, rivals } = finding;
  const { paint, width } = layout;
  const label = paint(confidence === 'certain' ? 'bad' : 'doubtful', confidenceText(confidence, mode.kind));
  const prose = (heading: string, text: string) => `   ${paint('strong', heading)}\n${wrap(text, width, '   ')}`;
  return [
    `${paint('strong', wrap(`${number}. ${mode.title}`, width))}\n   ${label} ${paint('faint', mode.id)}`,
    ...evidenceText(finding, layout),
    prose('Why', mode.cause),
    `${prose('Repair', mode.repair.words)}${mode.repair.commands.map((command) => `\n     ${command}`).join('')}`,
    ...(mode.reproduction ? [paint('faint', `   See it happen: npm run reproduce -- ${mode.id}`)] : []),
    ...(undecided.length > 0 || rivals.length > 0 ? [decisionText(undecided, rivals, layout, '   ')] : []),
  ].join('\n');
}

/** Findings that the same lines don't tell apart: each in short, with what would decide. */
export function renderPossible(findings: readonly Finding[], layout: Layout): string {
  if (findings.length === 0) return '';
  const { paint, width } = layout;
  const seen = new Set<string>();
  const entries = findings.map((finding) => {
    const evidence = finding.evidence.filter((line) => !seen.has(`${line.file}:${line.line}`));
    for (const line of evidence) seen.add(`${line.file}:${line.line}`);
    return [
      ...evidence.map((line) => placed(line, layout, '   ')),
      `${wrap(`? ${finding.mode.title}`, width, ' ')} ${paint('faint', finding.mode.id)}`,
      ...finding.undecided.map((question) => openText(question, layout, '     ')),
    ].join('\n');
  });
  const head = wrap('Possible: one of these, and what would decide (--all tells more)', width);
  return [paint('strong', head), ...entries].join('\n');
}

function confidenceText(confidence: Confidence, kind: Finding['mode']['kind']): string {
  const whose = { fault: 'fault', exposure: 'exposure', client: "client's mistake", noise: 'harmless' }[kind];
  return `${confidence}, ${whose}`;
}

function evidenceText(finding: Finding, layout: Layout): readonly string[] {
  const { lines, evidence, facts } = finding;
  return [
    ...(lines > 0 ? [`   ${counted(lines, 'line')}${visibleLine(whenText(finding))}`] : []),
    ...evidence.map((line) => placed(line, layout, '     ')),
    ...facts.map((fact) => factText(fact, layout)),
  ];
}

function factText({ words, places }: FoundFact, layout: Layout): string {
  return [`   ${words}`, ...places.map((place) => placed(place, layout, '     '))].join('\n');
}

function decisionText(
  undecided: readonly OpenQuestion[],
  rivals: readonly string[],
  layout: Layout,
  indent: string,
): string {
  const others =
    rivals.length > 0 ? [wrap(`The same lines may come from ${rivals.join(', ')}.`, layout.width, indent)] : [];
  const questions = undecided.map((question) => openText(question, layout, `${indent}  `));
  return [...others, ...(questions.length > 0 ? [`${indent}What would decide:`] : []), ...questions].join('\n');
}

function openText({ words, look }: OpenQuestion, { paint }: Layout, indent: string): string {
  return `${indent}if ${words}: ${paint('faint', look)}`;
}
