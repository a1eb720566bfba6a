import type { Evidence } from '../../helpers/model/evidence';
import type { RelayedMessage } from '../../helpers/model/relayed-message';
import type { DnsQuery } from '../../helpers/model/zone';
import { cutList, cutText, type Limits } from './cut-text';
import { dialogue } from './dialogue';
import { type Html, html, type Part } from './template';

/** All that a check saw. */
export function evidence({ transcripts, logLines, relayed, dnsQueries, notes }: Evidence, limits: Limits): Html {
  return html`${transcripts.length > 0 && html`<h4>Dialogue</h4>${transcripts.map((one) => dialogue(one, limits))}`}
${block('Log of the server', logLines, limits)}
${relayed.length > 0 && html`<h4>Relayed by the server</h4>${relayed.map((one) => message(one, limits))}`}
${dnsQueries.length > 0 && queries(dnsQueries)}
${block('Notes', notes, limits)}`;
}

function block(heading: string, lines: readonly string[], limits: Limits): Html | undefined {
  if (lines.length === 0) return undefined;
  const { shown, more } = cutList(lines, limits.lines);
  return html`<h4>${heading}</h4>
<pre class="log" tabindex="0">${shown.map((line) => html`${cutText(line, limits.line)}\n`)}${more}</pre>`;
}

function message(relayed: RelayedMessage, limits: Limits): Html {
  const { receivedAt, clientName, port, mailFrom, rcptTo, tls, user, headers, body } = relayed;
  const facts: readonly (readonly [string, Part])[] = [
    [
      'Arrived',
      html`<time datetime="${receivedAt}">${receivedAt.slice(11, 23)}</time> from ${clientName}, for port ${port}`,
    ],
    ['Envelope', `<${mailFrom}> → ${rcptTo.map((recipient) => `<${recipient}>`).join(' ')}`],
    ['TLS', tls ?? 'none'],
    ...(user === undefined ? [] : [['Logged in as', user] as const]),
  ];
  const head = headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const left = Math.max(body.length - limits.message, 0);
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<pre class="message" tabindex="0">${cutText(head, limits.message)}

${textOf(body.slice(0, limits.message))}${left > 0 && ` … ${left} bytes more in result.json`}</pre>`;
}

/** The bytes as UTF-8 where they are that. */
function textOf(body: string): string {
  const bytes = Buffer.from(body, 'latin1');
  const decoded = bytes.toString('utf8');
  const text = Buffer.from(decoded, 'utf8').equals(bytes) ? decoded : body;
  return text.replaceAll('\r\n', '\n');
}

function queries(all: readonly DnsQuery[]): Html {
  return html`<h4>Asked of the DNS</h4>
<table class="queries"><thead><tr><th scope="col">When</th><th scope="col">Type</th><th scope="col">Name</th><th scope="col">Answer</th></tr></thead>
${all.map(({ at, type, name, answer }) => html`<tr><td>${at.slice(11, 23)}</td><td>${type}</td><td>${name}</td><td>${answer}</td></tr>`)}</table>`;
}
