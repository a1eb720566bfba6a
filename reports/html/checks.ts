import type { CheckResult } from '../../helpers/model/result';
import { bySuite } from '../result/by-suite';
import { reasonLine } from '../result/cause-of';
import { shortName } from '../result/short-name';
import { summarise, summaryText } from '../result/summary';
import { durationText } from '../text/text-layout';
import { anchor } from './check-link';
import { cutText, type Limits, showsEvidence } from './cut-text';
import { evidence } from './evidence';
import { type Html, html, type Part } from './template';
import { verdictMark, verdictWords } from './verdict-mark';

/** Every check, suite by suite: closed, its verdict; open, all that is known of it. */
export function checks(all: readonly CheckResult[], limits: Limits): Html {
  return html`<section id="checks" aria-labelledby="checks-heading">
<h2 id="checks-heading">Checks</h2>
${filters(all)}
${[...bySuite(all)].map(([suite, ofSuite]) => suiteSection(suite, ofSuite, limits))}
</section>`;
}

/** Shown by the script, without which it could do nothing. */
function filters(all: readonly CheckResult[]): Html {
  const verdicts = (Object.keys(verdictWords) as (keyof typeof verdictWords)[]).filter((verdict) =>
    all.some((check) => check.verdict === verdict),
  );
  return html`<form id="filters" hidden role="search" aria-label="Which checks are shown">
<fieldset><legend>Verdict</legend>
${verdicts.map((verdict) => html`<label><input type="checkbox" name="verdict" value="${verdict}" checked> ${verdictMark(verdict)} ${verdictWords[verdict]}</label>\n`)}</fieldset>
<label>Suite <select name="suite"><option value="">all</option>
${[...bySuite(all).keys()].map((suite) => html`<option>${suite}</option>`)}</select></label>
<label class="text">Text <input type="search" name="text" placeholder="id, reply, log line …" autocomplete="off" spellcheck="false"></label>
<button type="button" name="open">Open all shown</button>
<button type="button" name="close">Close all</button>
<output name="shown" aria-live="polite"></output>
</form>`;
}

function suiteSection(suite: string, ofSuite: readonly CheckResult[], limits: Limits): Html {
  return html`<section class="suite" data-suite="${suite}">
<h3>${suite} <span class="number">${summaryText(summarise(ofSuite))}</span></h3>
${ofSuite.map((check) => checkEntry(check, limits))}
</section>`;
}

/** The address stands inside of what opens, since browsers open by themselves what holds the place that an address names. */
function checkEntry(check: CheckResult, limits: Limits): Html {
  const { id, verdict, title, durationMs, reason } = check;
  const wrong = verdict === 'failed' || verdict === 'could-not-tell' || verdict === 'accepted';
  return html`<details class="check ${verdict}" data-verdict="${verdict}">
<summary>${verdictMark(verdict)} <span class="name">${shortName(check)}</span> <span class="title">${title}</span> <span class="time">${durationText(durationMs)}</span>
${wrong && reason !== undefined && html`<span class="reason">${cutText(reasonLine(check), limits.line)}</span>`}</summary>
<div class="body" id="${id}">
<dl class="facts">${facts(check, limits).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${showsEvidence(check, limits) ? evidence(check.evidence, limits) : html`<p>What was seen is in result.json: this page would be too long with it.</p>`}
</div>
</details>
`;
}

function facts(check: CheckResult, limits: Limits): readonly (readonly [string, Part])[] {
  const { id, title, why, level, reference, rows, verdict, reason, acceptedBecause, warning } = check;
  const known: readonly (readonly [string, Part])[] = [
    ['Asked', `that it ${title}`],
    ['Why it matters', why],
    ['Where it is written', reference === '' ? undefined : `${reference} (${level})`],
    [
      'How-to',
      rows.length > 0 && html`<ul>${rows.map(({ number, title: row }) => html`<li>row ${number}: ${row}</li>`)}</ul>`,
    ],
    ['Verdict', html`${verdictMark(verdict)} ${verdictWords[verdict]}`],
    ['Accepted because', acceptedBecause],
    ['Warning', warning],
    ['Reason', reason !== undefined && html`<span class="lines">${cutText(reason, limits.line)}</span>`],
    ['Ask it again', html`<code>npm run verify -- --check ${id}</code>`],
    ['Link', html`<a href="#${anchor(id)}">#${id}</a>`],
  ];
  return known.filter(([, value]) => value !== undefined && value !== false);
}
