import type { ConfigNotice, Harmless, Similar, Unexplained } from '../../helpers/model/diagnosis';
import { logLines, placed, prose } from '../html/cause-parts';
import { type Html, html } from '../html/template';
import { counted } from '../text/counted';
import { similarText, unexplainedText } from './words';

/** What is wrong with the configuration in itself; mistakes first. Nothing where nothing is. */
export function noticesPart(notices: readonly ConfigNotice[]): Html | undefined {
  if (notices.length === 0) return undefined;
  const ordered = [...notices].sort((a, b) => Number(a.severity !== 'mistake') - Number(b.severity !== 'mistake'));
  return html`<section class="notices">
<h3>The configuration</h3>
<ul>${ordered.map(
    ({ severity, words, advice, place }) =>
      html`<li class="${severity}"><strong>${severity === 'mistake' ? 'Mistake' : 'Remark'}:</strong> ${words}; ${advice}<br>${placed(place)}</li>`,
  )}</ul>
</section>`;
}

/** Complaints in the log that nothing known explains; nothing where there are none. */
export function unexplainedPart({ lines, shapes }: Unexplained): Html | undefined {
  if (lines === 0) return undefined;
  return html`<section class="unexplained">
<h3>Not explained</h3>
<p>${unexplainedText(lines, shapes.length)}</p>
${logLines(shapes.map(({ count, first }) => [html`${count} × <span class="place">${first.file}:${first.line}:</span> `, first.text]))}
</section>`;
}

/** What lines may come from that nothing known explains; nothing where nothing is. */
export function similarPart(similar: readonly Similar[]): Html | undefined {
  if (similar.length === 0) return undefined;
  return html`<section class="similar">
<h3>By their words</h3>
<p>${similarText}</p>
${similar.map(({ line, modes }) => html`<p>${placed(line)}</p><ul>${modes.map(({ id, title }) => html`<li>${prose(title)} (<a href="#mode/${id}"><code>${id}</code></a>)</li>`)}</ul>`)}
</section>`;
}

/** Lines that need not worry anybody; nothing where there are none. */
export function harmlessPart(harmless: readonly Harmless[]): Html | undefined {
  if (harmless.length === 0) return undefined;
  const lines = harmless.reduce((sum, one) => sum + one.lines, 0);
  return html`<details class="folded harmless"><summary>${counted(lines, 'line')} known to be harmless</summary>
<ul>${harmless.map(
    ({ mode, lines: ofMode, evidence }) =>
      html`<li>${prose(mode.title)} (${counted(ofMode, 'line')}, <code>${mode.id}</code>). ${prose(mode.cause)}${evidence.slice(0, 1).map((line) => html`<br>${placed(line)}`)}</li>`,
  )}</ul>
</details>`;
}
