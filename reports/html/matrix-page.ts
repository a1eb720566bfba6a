import {
  type Matrix,
  type MatrixServer,
  matrixSentence,
  matrixStatus,
  serverStatus,
  serverVersion,
} from '../matrix/matrix';
import { type Cell, type MatrixRow, type MatrixSection, matrixSections } from '../matrix/matrix-rows';
import { summaryText } from '../result/summary';
import { verdictSentence } from '../result/verdict-sentence';
import { durationText } from '../text/text-layout';
import { anchor } from './check-link';
import { page } from './page';
import { type Html, html, type Part } from './template';
import { verdictMark, verdictWords } from './verdict-mark';

/** All servers side by side as one page; `reportOf` says where the page of each is, to which its column and cells lead. */
export function matrixPage(matrix: Matrix, reportOf: (server: string) => string): string {
  const { servers } = matrix;
  const asked = servers.filter(({ kind }) => kind === 'asked').length;
  const status = statusKinds[matrixStatus(matrix)];
  const sections = matrixSections(servers);
  return page(
    'Matrix: smtp-auth-harness',
    html`<header class="top ${status}">
<p class="kicker">smtp-auth-harness · matrix</p>
<h1>${verdictMark(status)} ${matrixSentence(matrix)}</h1>
<dl class="facts"><div><dt>When</dt><dd><time datetime="${matrix.startedAt}">${matrix.startedAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</time>,
took ${durationText(matrix.durationMs)}</dd></div><div><dt>Servers</dt><dd>${asked} of ${servers.length} asked</dd></div></dl>
</header>
<nav aria-label="Sections"><ul class="sections"><li><a href="#servers">Servers</a></li>${sections.map(({ heading }) => html`<li><a href="#${slug(heading)}">${heading}</a></li>`)}</ul></nav>
<main id="main">
<section id="servers" aria-labelledby="servers-heading">
<h2 id="servers-heading">Servers</h2>
<ul class="checks">${servers.map((server) => serverItem(server, reportOf))}</ul>
</section>
${sections.map((section) => sectionTable(section, servers, reportOf))}
</main>`,
  );
}

const statusKinds = ['held', 'failed', 'could-not-tell'] as const;

function serverItem(server: MatrixServer, reportOf: (server: string) => string): Html {
  if (server.kind !== 'asked') {
    const words = server.kind === 'absent' ? 'is not here' : 'has no result';
    return html`<li>${verdictMark(server.kind === 'absent' ? 'not-applicable' : 'could-not-tell')} <b>${server.name}</b> ${words}<span class="reason lines">${server.reason}</span></li>\n`;
  }
  const { result, remark } = server;
  const version = serverVersion(server);
  return html`<li>${verdictMark(statusKinds[serverStatus(server)])} <a href="${reportOf(server.name)}"><b>${server.name}</b></a> ${version !== '' && `${result.target.mta} ${version}: `}${summaryText(result.summary)} (${durationText(result.durationMs)})
<span class="reason">${verdictSentence(result)}${[result.target.notice, remark].map((text) => text !== undefined && html`<br>${text}`)}</span></li>\n`;
}

function sectionTable(
  { heading, rows }: MatrixSection,
  servers: readonly MatrixServer[],
  reportOf: (server: string) => string,
): Html {
  const ofChecks = rows.some(({ id }) => id !== undefined);
  return html`<section id="${slug(heading)}" aria-labelledby="${slug(heading)}-heading">
<h2 id="${slug(heading)}-heading">${heading}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${heading}">
<table class="rows matrix">
<thead><tr><th scope="col">${ofChecks ? 'Check' : 'Row'}</th>${servers.map((server) => html`<th scope="col" class="${server.name.length > 16 ? 'long' : ''}">${server.name}<small>${columnWords(server)}</small></th>`)}<th scope="col">${ofChecks ? 'It …' : 'Setting'}</th></tr></thead>
<tbody>
${rows.map((row) => tableRow(row, servers, reportOf))}</tbody>
</table>
</div>
</section>`;
}

function tableRow(row: MatrixRow, servers: readonly MatrixServer[], reportOf: (server: string) => string): Html {
  const worst = row.cells.some(({ verdict }) => verdict === 'failed') ? 'failed' : '';
  return html`<tr class="${worst}"><th scope="row">${row.name}</th>${row.cells.map((cell, index) => tableCell(cell, row, servers[index], reportOf))}<td>${row.title}</td></tr>\n`;
}

function tableCell(
  { verdict, obstacle }: Cell,
  { id }: MatrixRow,
  server: MatrixServer | undefined,
  reportOf: (server: string) => string,
): Html {
  if (verdict === undefined || !server) return html`<td class="empty"></td>`;
  const mark = verdictMark(verdict);
  const shown: Part =
    id === undefined
      ? mark
      : html`<a href="${reportOf(server.name)}#${anchor(id)}" title="${obstacle ?? verdictWords[verdict]}">${mark}</a>`;
  return html`<td class="${verdict}">${shown}</td>`;
}

/** A heading as an address. */
function slug(heading: string): string {
  return heading.toLowerCase().replace(/\W+/g, '-');
}

function columnWords(server: MatrixServer): string {
  return { asked: serverVersion(server) || '?', absent: 'not here', broken: 'no result' }[server.kind];
}
