import { page } from '../html/page';
import { type Html, html, type Part } from '../html/template';
import { counted } from '../text/counted';
import type { ChangedBehaviour } from './changed-behaviour';
import { type ChangedVerdict, type Comparison, isSame } from './compare';
import { startText, targetText } from './comparison-text';

/** Two runs side by side as one page that needs nothing else. */
export function comparisonPage(comparison: Comparison): string {
  const { before, now, worse, better, otherwise, still, gone, added, common, behaviour, startMs } = comparison;
  const names = [targetText(before), targetText(now)] as const;
  const status = worse.length > 0 ? 'failed' : 'held';
  return page(
    `${names.join(' and ')}: smtp-auth-harness`,
    html`<header class="top ${status}">
<p class="kicker">smtp-auth-harness · comparison</p>
<h1>${names[0]} → ${names[1]}</h1>
<p>${counted(common, 'check')} in both: ${worse.length} worse, ${better.length} better, ${counted(behaviour.length, 'change')} of behaviour.${startMs !== undefined && ` ${startText(startMs)}`}</p>
</header>
<main id="main">
${isSame(comparison) && html`<p>No difference.</p>`}
${verdicts('Worse', worse, names)}
${verdicts('Better', better, names)}
${verdicts('Otherwise', otherwise, names)}
${verdicts('Wrong as before', still, names)}
${list('No longer asked', gone)}
${list('New', added)}
${changes(behaviour, names)}
</main>`,
  );
}

type Names = readonly [before: string, now: string];

/** Both may be of one name. */
function headings([before, now]: Names): readonly Part[] {
  return [html`Before<small>${before}</small>`, html`Now<small>${now}</small>`];
}

function verdicts(heading: string, ones: readonly ChangedVerdict[], names: Names): Part {
  const rows = ones.map(
    ({ id, before, now }) =>
      html`<tr><th scope="row">${id}</th><td>${before?.replaceAll('-', ' ') ?? 'not asked'}</td><td>${now.replaceAll('-', ' ')}</td></tr>\n`,
  );
  return table(heading, ['Check', ...headings(names)], rows);
}

function changes(behaviour: readonly ChangedBehaviour[], names: Names): Part {
  const rows = behaviour.map(
    ({ before, now, more = [], sessions, checks }) =>
      html`<tr><td>${side(before, more)}</td><td>${side(now, more)}</td><td>${checks.length > 0 ? html`<details><summary>${counted(checks.length, 'check')}</summary>${sessions.join('; ')}<br>${checks.join(', ')}</details>` : 'the run'}</td></tr>\n`,
  );
  return table('What the server does otherwise', [...headings(names), 'Seen by'], rows);
}

function side(line: string | undefined, more: readonly string[]): Part {
  if (line === undefined) return '–';
  return [line, ...more].map((one, index) => html`${index > 0 && html`<br>`}<code>${one}</code>`);
}

function list(heading: string, ids: readonly string[]): Part {
  return ids.length > 0 && section(heading, ids.length, html`<ul>${ids.map((id) => html`<li>${id}</li>`)}</ul>`);
}

function table(heading: string, columns: readonly Part[], rows: readonly Html[]): Part {
  return (
    rows.length > 0 &&
    section(
      heading,
      rows.length,
      html`<div class="wide" tabindex="0" role="region" aria-label="${heading}"><table class="rows comparison">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table></div>`,
    )
  );
}

function section(heading: string, count: number, content: Html): Html {
  const id = heading.toLowerCase().replaceAll(' ', '-');
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading} (${count})</h2>${content}</section>\n`;
}
