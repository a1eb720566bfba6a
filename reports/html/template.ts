import { visible } from '../text/visible';

/** A piece of a page that is markup already. Only `html` makes it, so whatever else is put into a page is text. */
export interface Html {
  readonly markup: string;
}

/** What a page can be made of; nothing is shown for undefined and false. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/**
 * A piece of a page. What is put in is shown as the text that it is, whoever wrote it: markup is escaped, and control
 * characters and marks of direction are made visible. Values of attributes stand in quotation marks.
 *
 * @example html`<p title="${reply}">${reply}</p>`
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((markup, text, index) => `${markup}${markupOf(parts[index - 1])}${text}`) };
}

/** Style or script of ours, which holds nothing that anybody else wrote. */
export function own(text: string): Html {
  return { markup: text };
}

function markupOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(markupOf).join('');
  return escaped(visible(String(part)));
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
