import type { FailureMode } from '../../helpers/model/failure-mode';
import { kindWords, logLines, mending, prose, referenceList } from '../html/cause-parts';
import { type Html, html } from '../html/template';
import { sharedLines, versionsInWords } from './failure-mode-page';

/** All failure modes as a part of a page, family by family, each folded; `#mode/<id>` leads to one. */
export function failureModesHtml(modes: readonly FailureMode[]): Html {
  const families = [...new Set(modes.map(({ id }) => familyOf(id)))];
  return html`${families.map((family) =>
    familyHtml(
      family,
      modes.filter(({ id }) => familyOf(id) === family),
    ),
  )}`;
}

function familyOf(id: string): string {
  return id.split('/')[0] ?? '';
}

function familyHtml(family: string, modes: readonly FailureMode[]): Html {
  return html`<section class="family">
<h3>${family} <span class="number">${modes.length}</span></h3>
${modes.map(failureModeHtml)}
</section>
`;
}

function failureModeHtml(mode: FailureMode): Html {
  const { id, kind, title, cause, symptoms, repair, references } = mode;
  return html`<details class="folded mode" id="mode/${id}"><summary><span class="name">${prose(title)}</span> <code>${id}</code></summary>
<div class="body">
<p class="meta">${kindWords[kind]}${versionsInWords(mode)}</p>
<h4>What the log says</h4>
${logLines(symptoms.log.map(({ specimen }) => specimen)) ?? html`<p>Nothing: no line of the log tells.</p>`}
${sharedLines(symptoms.log).map((words) => html`<p>${words}</p>`)}
<h4>What clients see</h4>
<p>${prose(symptoms.client)}</p>
${
  symptoms.facts.length > 0 &&
  html`<h4>What to look at</h4>
<ul>${symptoms.facts.map(({ words, look }) => html`<li>${words}: <code>${look}</code></li>`)}</ul>`
}
<h4>Why</h4>
<p>${prose(cause)}</p>
${mending(repair)}
${referenceList(references)}
</div>
</details>
`;
}
