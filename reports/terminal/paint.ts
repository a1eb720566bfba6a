import type { CheckResult } from '../../helpers/model/result';

/** The few ways in which the terminal's output stands out. */
export type Paint = (style: keyof typeof codes, text: string) => string;

/** The sign that stands before a check, in the colour of its verdict. */
export function verdictSign(verdict: CheckResult['verdict'], paint: Paint): string {
  const [style, sign] = signs[verdict];
  return paint(style, sign);
}

/** Paints with colours or, where they aren't wanted, leaves the text as it is. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}

const codes = { good: 32, bad: 31, doubtful: 33, faint: 2, strong: 1 } as const;

const signs = {
  held: ['good', '✓'],
  failed: ['bad', '✗'],
  accepted: ['doubtful', '~'],
  'not-applicable': ['faint', '–'],
  'could-not-tell': ['doubtful', '?'],
} as const;
