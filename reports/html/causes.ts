import type { CheckResult, FoundCause, ResultFile } from '../../helpers/model/result';
import { bySuite } from '../result/by-suite';
import { reasonLine } from '../result/cause-of';
import { unexplained, withoutCause } from '../result/unexplained';
import { counted } from '../text/counted';
import { causeHead, deciding, logLines, mending, prose, referenceList, shownBy } from './cause-parts';
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
${causeHead(cause, cause.confidence)}
<p>${prose(cause.cause)}</p>
${mending(cause.repair)}
${shownBy(cause.facts, logLines(cause.evidence.map(({ text }) => text)))}
${deciding(cause.undecided)}
<details class="folded"${explained.length <= mostOpen && html` open`}><summary>Explains ${counted(explained.length, 'failed check')}</summary>
${checkList(explained)}</details>
${referenceList(cause.references)}
</article>`;
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
