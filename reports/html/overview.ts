import type { ResultFile, TargetSummary } from '../../helpers/model/result';
import type { VerdictKind } from '../../helpers/model/verdict';
import { exitStatus } from '../result/summary';
import { verdictSentence } from '../result/verdict-sentence';
import { warnings, whatWarningsMean } from '../result/warnings';
import { durationText } from '../text/text-layout';
import { type Html, html } from './template';
import { verdictMark, verdictWords } from './verdict-mark';

/** What is read in seconds: the verdict, what was tested, and the counts. */
export function overview(result: ResultFile): Html {
  const { target, startedAt, durationMs, tool } = result;
  const status = (['held', 'failed', 'could-not-tell'] as const)[exitStatus(result)];
  return html`<header class="top ${status}">
<p class="kicker">${tool.name} · ${target.name}</p>
<h1>${verdictMark(status)} ${verdictSentence(result)}</h1>
<dl class="facts">
${facts(target).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}
<div><dt>When</dt><dd><time datetime="${startedAt}">${startedAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</time>,
took ${durationText(durationMs)}</dd></div>
</dl>
${target.seen && target.seen.length > 0 && html`<ul class="seen">${target.seen.map((line) => html`<li>${line}</li>`)}</ul>`}
${warnings(result).map(({ text }) => html`<p class="notice warning"><strong>Warning</strong> ${text}: ${whatWarningsMean}</p>`)}
${target.notice !== undefined && html`<p class="notice"><strong>Note</strong> ${target.notice}</p>`}
${counts(result)}
</header>`;
}

function facts({ image, mta, versions, hostname, engine = '' }: TargetSummary): readonly (readonly [string, string])[] {
  const known = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const all = [
    ['Server', known.length > 0 ? known.join(', ') : mta],
    ['Host name', hostname],
    ['Image', image],
    ['Engine', engine],
  ] as const;
  return all.filter(([, value]) => value !== '');
}

function counts({ summary, checks }: ResultFile): Html {
  const numbers: Record<VerdictKind, number> = {
    held: summary.held,
    failed: summary.failed,
    accepted: summary.accepted,
    'could-not-tell': summary.couldNotTell,
    'not-applicable': summary.notApplicable,
  };
  const shown = (Object.keys(numbers) as VerdictKind[]).filter((verdict) => numbers[verdict] > 0);
  let from = 0;
  const bars = shown.map((verdict) => {
    const width = (numbers[verdict] / Math.max(checks.length, 1)) * 1000;
    const bar = html`<rect class="${verdict}" x="${from.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="8"/>`;
    from += width;
    return bar;
  });
  return html`<ul class="counts">
${shown.map((verdict) => html`<li>${verdictMark(verdict)} <b>${numbers[verdict]}</b> ${verdictWords[verdict]}</li>\n`)}
</ul>
<svg class="share" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>`;
}
