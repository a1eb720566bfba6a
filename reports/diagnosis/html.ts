import type { Diagnosis, DiagnosisReport, Finding, FoundLine, InputReport } from '../../helpers/model/diagnosis';
import { causeHead, deciding, logLines, mending, prose, referenceList, shownBy } from '../html/cause-parts';
import { type Html, html, type Part } from '../html/template';
import { counted } from '../text/counted';
import { harmlessPart, noticesPart, similarPart, unexplainedPart } from './html-remarks';
import { conclusion, surveyText, whenText } from './words';

/** The diagnosis as a part of a page: what it comes to, the findings, what is possible, and what else was seen. */
export function diagnosisHtml({ inputs, diagnosis }: DiagnosisReport): Html {
  const { findings, notices, unexplained, similar, harmless } = diagnosis;
  const { tone, words } = conclusion(inputs, diagnosis);
  const told = findings.filter(({ confidence }) => confidence !== 'possible');
  const possible = findings.filter(({ confidence }) => confidence === 'possible');
  return html`<p class="conclusion ${tone}">${words}</p>
${told.map(findingCard)}
${possiblePart(possible)}
${noticesPart(notices)}
${unexplainedPart(unexplained)}
${similarPart(similar)}
${harmlessPart(harmless)}
${readPart(inputs, diagnosis)}`;
}

function findingCard(finding: Finding): Html {
  const { mode, confidence, undecided } = finding;
  return html`<article class="cause ${confidence}" data-mode="${mode.id}">
${causeHead(mode, confidence)}
${shownBy(finding.facts, logLines(finding.evidence.map(lineWithPlace)), seen(finding))}
<h4>Why</h4>
<p>${prose(mode.cause)}</p>
${mending(mode.repair)}
${deciding(undecided)}
${rivals(finding)}
${referenceList(mode.references)}
</article>`;
}

/** How many lines show it, and when. */
function seen(finding: Finding): string {
  const { lines } = finding;
  return lines > 0 ? `What shows it: ${counted(lines, 'line')}${whenText(finding)}` : 'What shows it';
}

function lineWithPlace({ file, line, text }: FoundLine): Part {
  return [html`<span class="place">${file}:${line}:</span> `, text];
}

/** Findings that the same lines don't tell apart: a line is shown once; what would decide comes before the rest. */
function possiblePart(findings: readonly Finding[]): Html | undefined {
  if (findings.length === 0) return undefined;
  const shown = new Set<string>();
  const cards = findings.map((finding) => {
    const place = ({ file, line }: FoundLine) => `${file}:${line}`;
    const evidence = finding.evidence.filter((line) => !shown.has(place(line)));
    for (const line of evidence) shown.add(place(line));
    return possibleCard(finding, evidence);
  });
  return html`<h3>Possible: one of these, and what would decide</h3>
${cards}`;
}

function possibleCard(finding: Finding, evidence: readonly FoundLine[]): Html {
  const { mode, undecided } = finding;
  return html`<article class="cause possible" data-mode="${mode.id}">
${causeHead(mode, 'possible')}
${shownBy(finding.facts, logLines(evidence.map(lineWithPlace)), seen(finding))}
${deciding(undecided)}
<details class="folded"><summary>Why, and what mends it</summary>
<p>${prose(mode.cause)}</p>
${mending(mode.repair)}
${rivals(finding)}
${referenceList(mode.references)}
</details>
</article>`;
}

function rivals({ rivals: ids }: Finding): Html | undefined {
  if (ids.length === 0) return undefined;
  return html`<p>The same lines may come from ${ids.map((id, index) => [index > 0 && ', ', html`<a href="#mode/${id}"><code>${id}</code></a>`])}.</p>`;
}

function readPart(inputs: readonly InputReport[], { read }: Diagnosis): Html {
  return html`<section class="read">
<h3>What was read</h3>
<ul>${inputs.map(
    ({ name, kind, problem, read: wasRead }) =>
      html`<li>${name} (${kind})${!wasRead && ', not read'}${problem !== undefined && html`: <strong>${problem}</strong>`}</li>`,
  )}</ul>
${read.lines > 0 && html`<p>${counted(read.lines, 'line')} of log.${read.survey && ` ${surveyText(read.survey)}.`}</p>`}
${read.cutLines > 0 && html`<p>${counted(read.cutLines, 'line')} too long to be read whole.</p>`}
</section>`;
}
