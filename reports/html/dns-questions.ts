import type { ResultFile } from '../../helpers/model/result';
import { counted } from '../text/counted';
import { type Html, html } from './template';

/** What the server asked the DNS in the whole run: no question carries the name of the check for which it was asked. */
export function dnsQuestions({ target: { dnsQuestions: questions = [] } }: ResultFile): Html | undefined {
  if (questions.length === 0) return undefined;
  const rows = questions.map((question) => {
    const [, asked = question, answer = ''] = /^(.*?): (.*)$/s.exec(question) ?? [];
    return html`<tr><td><code>${asked}</code></td><td><code>${answer}</code></td></tr>\n`;
  });
  return html`<section id="dns-questions" aria-labelledby="dns-questions-heading">
<h2 id="dns-questions-heading">Questions to the DNS</h2>
<details class="folded"><summary>${counted(questions.length, 'question')} in the whole run, each once</summary>
<div class="wide" tabindex="0" role="region" aria-labelledby="dns-questions-heading">
<table class="rows comparison">
<thead><tr><th scope="col">It asked</th><th scope="col">and was told</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
</details>
</section>`;
}
