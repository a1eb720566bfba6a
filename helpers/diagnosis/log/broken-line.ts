import { beginsALine } from './pasted-lines';

/**
 * What has come before in a text whose lines somebody, a page or a terminal has broken anywhere, also in the middle of a word: the
 * next line may be the rest of a line of a log that nothing has known so far.
 *
 *   … warning: cannot get RSA certificate fro
 *   m file "/etc/letsencrypt/live/mail.example.test/fullchain.pem": disabli
 *   ng TLS support
 */
export class BrokenLine {
  /** By how many lines they are made of: the last one, the last two with a blank between and without, … */
  #begun: readonly (readonly string[])[] = [];

  /** What the line may be the rest of, with it: with the blank that the break took away, and without. */
  withRest(text: string): readonly string[] {
    return this.#joined(text).flat();
  }

  /** Nothing is known of this line, nor of it and what came before. */
  unknown(text: string): void {
    this.#begun =
      text.trim() === '' || isRule.test(text) ? [] : [[text.trimEnd()], ...this.#joined(text)].slice(0, mostLines);
  }

  /** The next line is the rest of nothing. */
  known(): void {
    this.#begun = [];
  }

  #joined(text: string): readonly (readonly string[])[] {
    const rest = text.trim();
    if (rest === '' || isRule.test(text) || begins.test(text) || endsSentence.test(this.#begun[0]?.[0] ?? ''))
      return [];
    return this.#begun.map((begun) =>
      begun.flatMap((one) => (one.length + rest.length < longest ? [`${one} ${rest}`, `${one}${rest}`] : [])),
    );
  }
}

/** Words before a colon that stand within a line. */
const usualRests =
  'failure|failed|problem|rejected|denied|said|error|exceeded|unavailable|with|from|to|user|reason|table|command';
/** A program, a level or an address, too. */
const begins = new RegExp(`${beginsALine.source}|^\\s*(?!(?:${usualRests}): )(?:[\\w.-]+: |\\d)`);
/** Of Markdown: the end of quoted lines, or a line across the page. */
const isRule = /^\s*(?:[`~]{3}.*|[-=*_]{3,})\s*$/;
const endsSentence = /[.!?]$/;
/** That the next one may be the rest of. */
const mostLines = 2;
const longest = 1000;
