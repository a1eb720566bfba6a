/**
 * A text as it was before a page, or the person who quotes it, has put marks into it: there are as many lines as before.
 *
 *   [CODE]postfix/smtpd[...]: **warning: …**[/CODE]
 *   - "fatal: no SASL authentication mechanisms"
 *   <[bob@example.org](mailto:bob@example.org)>: host mx.example.org \[192.0.2.9\] said: …
 */
export function withoutPageMarks(text: string): string {
  return text
    .replace(markup, '')
    .replace(asCode, '$1')
    .replace(opensCode, '')
    .replace(asTitle, '$1')
    .replace(inQuotes, '$1')
    .replace(quoteOverLines, '$1$2')
    .replace(link, '$1')
    .replace(hiddenAddress, '<user@example.com>')
    .replace(escapedMark, '$1')
    .replace(restOfObject, '$1')
    .replace(emptyFilter, '$1 127.0.0.1[127.0.0.1]')
    .replace(emptyAddress, (_all, word: string) => (word ? `${word} unknown[192.0.2.1]` : '[192.0.2.1]'))
    .replace(hiddenPid, '[1]:')
    .replace(emphasis, '$1')
    .replace(takenOut, '[$1]');
}

/** What forums and pages put round what they quote: `[CODE]`, `[/QUOTE]`, `[email]`, `<code>`. */
const markup =
  /\[\/?(?:code|quote|email|url|color|font|size|indent|i|b|u)(?:=[^\]\n]*)?\]|<\/?(?:code|pre|blockquote|strong|em|br) ?\/?>/gi;

/** A line that Markdown shows as code. */
const asCode = /^[^\S\n]*`([^`\n]+)`[^\S\n]*$/gm;

/** The first of several such lines. */
const opensCode = /^[^\S\n]*`(?=[A-Za-z\d["])/gm;

/** A line in the marks of italics. */
const asTitle = /^_(\S[^\n]*\S)_$/gm;

/** A line that somebody quotes, one of a list perhaps. */
const inQuotes = /^[^\S\n]*(?:[-*][^\S\n]+)?["“]([^"“”\n]{20,})["”][.,]?[^\S\n]*$/gm;

/** The first or the last line of several that somebody quotes. */
const quoteOverLines = /^[^\S\n]*["“]([^"“”\n]{20,})$|^([^"“”\n]{20,})["”]$/gm;

/** What Markdown shows as a link. */
const link = /\[([^[\]\n]{1,300})\]\("?(?:mailto:|https?:)[^()\s]{1,300}\)/g;

/** What a page shows in the place of an address. */
const hiddenAddress = /<?\[email[\s\u00a0]protected\]>?/g;

/** Marks of Markdown where they were not meant, and JSON’s slashes. */
const escapedMark = /\\([[\]()_*#<>/])/g;

/** The end of a JSON object of which somebody has kept the message: `… killed by signal 11","end_msg":""}` */
const restOfObject = /^([^{\n]*?)", *(?:"[\w.@-]+": *(?:"[^"\n]*"|[\w.]+),? *)+\}$/gm;

/** That of a filter, whose port says that it is on this machine. */
const emptyFilter = /\b(to|host) ?\[\](?=:100\d\d\b)/g;

/** An address that a page has taken out, with all that stood between angle brackets: `RCPT from[]: 554 <>:`, `connect to[]:10024:` */
const emptyAddress = /\b(from|to|host) ?\[\]|(?<=[\w-]\.[a-z]{2,10})()\[\]/g;

/** What somebody has put in the place of a process: `postfix/smtpd[...]: warning: …` */
const hiddenPid =
  /(?<=\/[a-z-]{1,30}|saslauthd|dovecot|smtpd|exim4?|sendmail|sm-mta|courier\w{0,9}|amavis|opendkim)\[(?:\.{3}|…|pid|PID|[xX]+|\*+|#+|\d*[xX]+)\]:/g;

/** What somebody has written for an address: `[IP REMOVED]`. */
const takenOut = /\[[A-Za-z ]{2,20} (removed|redacted|hidden|censored)\]/gi;

/** What Markdown shows bold: `**timed out**`. */
const emphasis = /\*\*([\w"'<(.][^*\n]*)(?<=\S)\*\*/g;
