import type { VerdictKind } from '../../helpers/model/verdict';
import { type Html, html } from './template';

/** The sign of a verdict, told apart by form as well as by colour; a screen reader reads the word. */
export function verdictMark(verdict: VerdictKind): Html {
  return html`<span class="mark ${verdict}" role="img" aria-label="${verdictWords[verdict]}">${signs[verdict]}</span>`;
}

/** The verdicts in words, in the order in which they are counted. */
export const verdictWords = {
  held: 'held',
  failed: 'failed',
  accepted: 'accepted',
  'not-applicable': 'not applicable',
  'could-not-tell': 'could not tell',
} as const satisfies Record<VerdictKind, string>;

const signs = {
  held: '✓',
  failed: '✗',
  accepted: '~',
  'not-applicable': '–',
  'could-not-tell': '?',
} as const satisfies Record<VerdictKind, string>;
