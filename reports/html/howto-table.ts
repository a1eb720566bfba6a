import type { ResultFile } from '../../helpers/model/result';
import { checksOfRow } from '../result/howto-rows';
import { rowStanding } from '../result/row-standing';
import { type Html, html } from './template';
import { verdictMark } from './verdict-mark';

/** The how-to row by row: which settings are proved, and which checks of them did not hold. */
export function howtoTable({ howto, checks, target }: ResultFile): Html | undefined {
  // The rows are about the how-to's own configuration, which a target that is not ours has not.
  if (howto.length === 0 || target.seen) return undefined;
  return html`<section id="howto" aria-labelledby="howto-heading">
<h2 id="howto-heading">The how-to, row by row</h2>
<div class="wide" tabindex="0" role="region" aria-labelledby="howto-heading">
<table class="rows">
<thead><tr><th scope="col">Row</th><th scope="col">Setting</th><th scope="col">Checks</th></tr></thead>
<tbody>
${howto.map((row) => html`<tr class="${row.verdict}"><th scope="row">${row.number}</th><td>${verdictMark(row.verdict)} ${row.title}</td><td>${rowStanding(checksOfRow(row, checks))}</td></tr>\n`)}</tbody>
</table>
</div>
</section>`;
}
