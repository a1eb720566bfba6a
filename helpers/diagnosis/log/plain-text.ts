/** A line with the characters that a program writes for those that a page or a word processor has made of them. */
export function plainText(line: string): string {
  return odd.test(line) ? pages.reduce((said, [found, plain]) => said.replace(found, plain), line) : line;
}

const odd = /[\u00a0\u00ad\u2000-\u206f\u3000\ufeff]/;

const pages: readonly (readonly [found: RegExp, plain: string])[] = [
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''],
  [/[‘’]/g, "'"],
  [/[“”]/g, '"'],
  // Of an option, or between two halves of a sentence.
  [/(?<=^|\s)[–—](?=[a-z ])/g, '--'],
];
