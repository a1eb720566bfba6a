/** Text as it stands in the cell of a table: no bar ends the cell, and what looks like HTML is text. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}
