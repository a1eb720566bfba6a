import type { Transcript, TranscriptEntry } from '../../helpers/model/transcript';
import { cutList, cutText, type Limits } from './cut-text';
import { type Html, html } from './template';

/** One session: a line each with its time, whether it went through TLS, who spoke, and what. End tags that HTML lets out are left out. */
export function dialogue({ title, startedAt, entries }: Transcript, limits: Limits): Html {
  const { shown, more } = cutList(entries, limits.lines);
  const anyTls = entries.some(({ tls }) => tls);
  return html`<div class="wide" tabindex="0" role="region" aria-label="Dialogue ${title}"><table class="dialogue"><caption>${title} <time datetime="${startedAt}">${startedAt.slice(11, 23)}</time></caption>
<thead><tr><th scope="col">ms<th scope="col">${anyTls ? 'TLS' : ''}<th scope="col">from<th scope="col">line</thead>
${shown.map((entry) => line(entry, limits))}${entries.length === 0 && html`<tr><td colspan="4">nothing was said`}</table>${more}</div>`;
}

function line({ atMs, from, text, tls }: TranscriptEntry, limits: Limits): Html {
  return html`<tr class="${from[0]}"><td>${Math.round(atMs)}<td>${tls && 'TLS'}<td>${from}<td>${cutText(text, limits.line)}\n`;
}
