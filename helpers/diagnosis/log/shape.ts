/** A message with what varies replaced by `…`, so that lines of one kind become equal. */
export function shapeOf(message: string): string {
  return message
    .slice(0, 300)
    .replace(/^[0-9A-F]{6,}(?=: )|^[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{12,}(?=: )/, '…')
    .replace(/[\w.-]*\[[\d.a-fA-F:]+\](?::\d+)?/g, '…')
    .replace(/<[^>]*>/g, '<…>')
    .replace(/"[^"]*"|'[^']*'/g, '"…"')
    .replace(/\b\S+@\S+\b/g, '…')
    .replace(/(?:\/[\w.-]+){2,}/g, '…')
    .replace(/\b(?=\w*\d)[\w.:-]+/g, (word) => (isCode(word) ? word : '…'))
    .replace(/(?:… ?){2,}/g, '… ')
    .trim();
}

/** A reply’s code tells kinds apart: 550 5.1.1 */
export function isCode(word: string): boolean {
  return /^[245]\d\d$|^[245]\.\d{1,3}\.\d{1,3}$/.test(word);
}
