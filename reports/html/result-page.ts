import type { ResultFile } from '../../helpers/model/result';
import { causes } from './causes';
import { checks } from './checks';
import { type Limits, leastSize, limits } from './cut-text';
import { dnsQuestions } from './dns-questions';
import { howtoTable } from './howto-table';
import { overview } from './overview';
import { page } from './page';
import { relayGrid } from './relay-grid';
import { html } from './template';
import { timeline } from './timeline';

/** What a browser opens at once, and a mail or a CI server takes. */
const mostBytes = 3_000_000;

/** The result as one page: the verdict first, then why, then what one digs through; as much of it as a page can take. */
export function resultPage(result: ResultFile): string {
  let made = '';
  for (const each of limits.filter((one) => one.evidenceOf === 'none' || leastSize(result, one) < mostBytes)) {
    made = pageWithin(result, each);
    if (Buffer.byteLength(made) < mostBytes) break;
  }
  return made;
}

function pageWithin(result: ResultFile, each: Limits): string {
  const sections = [
    ['why', result.failureModes.length > 0 ? 'Why' : 'What did not hold', causes(result)],
    ['relay', 'Who may relay', relayGrid(result.checks)],
    ['howto', 'The how-to', howtoTable(result)],
    ['checks', 'Checks', checks(result.checks, each)],
    ['dns-questions', 'DNS', dnsQuestions(result)],
    ['timeline', 'Timeline', timeline(result)],
  ] as const;
  const shown = sections.filter(([, , section]) => section !== undefined);
  return page(
    `${result.target.name}: ${result.tool.name}`,
    html`${overview(result)}
<nav aria-label="Sections"><ul class="sections">${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main id="main">
${shown.map(([, , section]) => section)}
</main>
<footer>${result.tool.name} ${result.tool.version}. Passwords and what follows from them are masked unless --show-secrets was given.</footer>`,
  );
}
