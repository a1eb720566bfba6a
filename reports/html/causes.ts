import type { CheckResult, FoundCause, ResultFile } from '../../helpers/model/result';
import { bySuite } from '../result/by-suite';
import { reasonLine } from '../result/cause-of';
import { unexplained, withoutCause } from '../result/unexplained';
import { counted } from '../text/counted';
import { checkLink } from './check-link';
import { cutText } from './cut-text';
import { type Html, html } from './template';
import { verdictMark } from './verdict-mark';

/** Why checks failed and what mends it; then what no cause explains, suite by suite. Nothing where nothing is wrong. */
export function causes(result: ResultFile): Html | undefined {
  const left = unexplained(result);
  const undecided = withoutCause(result).filter(({ verdict }) => verdict === 'could-not-tell');
  if (result.failureModes.length === 0 && left.length === 0 && undecided.length === 0) return undefined;
  const heading = result.failureModes.length > 0 ? 'Why, and what to do' : 'What did not hold';
  return html`<section id="why" aria-labelledby="why-heading">
<h2 id="why-heading">${heading}</h2>
${result.failureModes.map((cause) => causeCard(cause, result.checks))}
${left.length > 0 && leftOver(result.failureModes.length > 0 ? 'Not explained' : 'Failed', left)}
${undecided.length > 0 && leftOver('Could not tell', undecided)}
</section>`;
}

function causeCard(cause: FoundCause, checks: readonly CheckResult[]): Html {
  const explained = checks.filter(({ id }) => cause.explains.includes(id));
  return html`<article class="cause" id="cause/${cause.id}">
<h3>${cause.title}</h3>
<p class="meta"><span class="tag">${cause.confidence}</span> ${kinds[cause.kind]} · <code>${cause.id}</code></p>
<p>${cause.cause}</p>
<h4>What mends it</h4>
<p>${cause.repair.words}</p>
${cause.repair.commands.length > 0 && html`<pre class="commands" tabindex="0">${cause.repair.commands.join('\n')}</pre>`}
${evidence(cause)}
${cause.undecided.length > 0 && questions(cause)}
<details class="folded"${explained.length <= mostOpen && html` open`}><summary>Explains ${counted(explained.length, 'failed check')}</summary>
${checkList(explained)}</details>
${cause.references.length > 0 && html`<p class="references">See ${cause.references.join('; ')}</p>`}
</article>`;
}

const kinds = {
  fault: 'the server does not do what it should',
  exposure: 'the server does what it should not',
  client: "the client's side is wrong",
  noise: 'harmless',
} as const satisfies Record<FoundCause['kind'], string>;

function evidence({ facts, evidence: lines }: FoundCause): Html | undefined {
  if (facts.length === 0 && lines.length === 0) return undefined;
  return html`<h4>What shows it</h4>
${facts.length > 0 && html`<ul>${facts.map(({ words, places }) => html`<li>${words}${places.map(({ file, line, text }) => html`<br><span class="place">${file}:${line}</span> <code>${text}</code>`)}</li>`)}</ul>`}
${lines.length > 0 && html`<pre class="log" tabindex="0">${lines.map(({ text }) => text).join('\n')}</pre>`}`;
}

function questions({ undecided }: FoundCause): Html {
  return html`<h4>What would decide</h4>
<ul>${undecided.map(({ words, look }) => html`<li>if ${words}: <code>${look}</code></li>`)}</ul>`;
}

function leftOver(heading: string, checks: readonly CheckResult[]): Html {
  return html`<h3>${heading} <span class="number">${checks.length}</span></h3>
${[...bySuite(checks)].map(
  ([
    suite,
    ofSuite,
  ]) => html`<details class="folded"${ofSuite.length <= mostOpen && html` open`}><summary>${suite} <span class="number">${ofSuite.length}</span></summary>${checkList(ofSuite)}</details>
`,
)}`;
}

/** More than these would hide what follows. */
const mostOpen = 5;

/** A server that did not start breaks dozens for one reason: it is said once. */
function checkList(checks: readonly CheckResult[]): Html {
  let said: string | undefined;
  const items = checks.map((check) => {
    const reason = check.reason === undefined ? undefined : cutText(reasonLine(check), 300);
    const repeated = reason === said;
    said = reason;
    return html`<li>${verdictMark(check.verdict)} ${checkLink(check)} ${check.title}
${reason !== undefined && !repeated && html`<span class="reason">${reason}</span>`}</li>\n`;
  });
  return html`<ul class="checks">${items}</ul>`;
}
