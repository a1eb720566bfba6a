import type { Confidence, FoundFact, FoundLine, OpenQuestion } from '../../helpers/model/diagnosis';
import type { FailureMode } from '../../helpers/model/failure-mode';
import { type Html, html, type Part } from './template';

/** Whose fault a failure mode is, in words. */
export const kindWords = {
  fault: 'the server does not do what it should',
  exposure: 'the server does what it should not',
  client: "the client's side is wrong",
  noise: 'harmless',
} as const satisfies Record<FailureMode['kind'], string>;

/** The title of a cause, how certain it is, whose fault, and its id. */
export function causeHead({ title, id, kind }: Pick<FailureMode, 'title' | 'id' | 'kind'>, confidence: Confidence) {
  return html`<h3>${prose(title)}</h3>
<p class="meta"><span class="tag ${confidence}">${confidence}</span> ${kindWords[kind]} · <code>${id}</code></p>`;
}

/** What mends it, with the commands to type. */
export function mending({ words, commands }: FailureMode['repair']): Html {
  return html`<h4>What mends it</h4>
<p>${prose(words)}</p>
${commands.length > 0 && html`<pre class="commands" tabindex="0">${commands.join('\n')}</pre>`}`;
}

/** The facts of the configuration and the log lines that show it; nothing where there are none. */
export function shownBy(facts: readonly FoundFact[], lines: Part, heading = 'What shows it'): Html | undefined {
  if (facts.length === 0 && lines === undefined) return undefined;
  return html`<h4>${heading}</h4>
${facts.length > 0 && html`<ul>${facts.map(({ words, places }) => html`<li>${words}${places.map((place) => html`<br>${placed(place)}`)}</li>`)}</ul>`}
${lines}`;
}

/** Lines of a log, as they are. */
export function logLines(lines: readonly Part[]): Html | undefined {
  return lines.length === 0
    ? undefined
    : html`<pre class="log" tabindex="0">${lines.map((line, index) => [index > 0 && '\n', line])}</pre>`;
}

/** A line with the place where it stands. */
export function placed({ file, line, text }: FoundLine): Html {
  return html`<span class="place">${file}:${line}</span> <code>${text}</code>`;
}

/** What would tell it from others that write the same lines; nothing where there is no question. */
export function deciding(undecided: readonly OpenQuestion[]): Html | undefined {
  if (undecided.length === 0) return undefined;
  return html`<h4>What would decide</h4>
<ul>${undecided.map(({ words, look }) => html`<li>if ${words}: <code>${look}</code></li>`)}</ul>`;
}

/** Where it is written; nothing where nobody says. */
export function referenceList(references: readonly string[]): Html | undefined {
  if (references.length === 0) return undefined;
  return html`<p class="references">See ${references.map((one, index) => [index > 0 && '; ', reference(one)])}</p>`;
}

/** A sentence in which `…` is something that one types. */
export function prose(text: string): Part {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

function reference(text: string): Part {
  return /^https:\/\/\S+$/.test(text) ? html`<a href="${text}" rel="noreferrer">${text}</a>` : text;
}
