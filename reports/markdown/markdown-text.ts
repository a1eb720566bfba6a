import { visible, visibleLine } from '../text/visible';

/**
 * A text as one line of Markdown, shown as it is whoever wrote it: what could begin markup, a link, a mention or a cell is
 * written as a reference, which Markdown never takes for structure (CommonMark section 2.5).
 */
export function plain(text: string): string {
  return visibleLine(text).replace(structure, (character) => `&#${character.codePointAt(0)};`);
}

/** A colon before a space is no more than that; others may be in `https://` or `:name:`, which GitHub makes a picture of. */
const structure = /:(?!\s|$)|[!#$&*<>@[\\\]^_`{|}~]/gu;

/** The same as code. */
export function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}

/** Lines as they are. The fence is longer than any in them. */
export function fenced(text: string): string {
  const shown = visible(text);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${shown}\n${fence}`;
}

/** The sign for an exit status. */
export const statusSigns = ['✅', '❌', '❓'] as const;
