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
    .replace(link, '$1')
    .replace(hiddenAddress, '<user@example.com>')
    .replace(escapedMark, '$1')
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

/** What Markdown shows as a link. */
const link = /\[([^[\]\n]{1,300})\]\("?(?:mailto:|https?:)[^()\s]{1,300}\)/g;

/** What a page shows in the place of an address. */
const hiddenAddress = /<?\[email[\s\u00a0]protected\]>?/g;

/** Marks of Markdown where they were not meant. */
const escapedMark = /\\([[\]()_*#<>])/g;

/** What somebody has put in the place of a process: `postfix/smtpd[...]: warning: …` */
const hiddenPid =
  /(?<=\/[a-z-]{1,30}|saslauthd|dovecot|smtpd|exim4?|sendmail|sm-mta|courier\w{0,9}|amavis|opendkim)\[(?:\.{3}|…|pid|PID|[xX]+|\*+|#+|\d*[xX]+)\]:/g;

/** What somebody has written for an address: `[IP REMOVED]`. */
const takenOut = /\[[A-Za-z ]{2,20} (removed|redacted|hidden|censored)\]/gi;

/** What Markdown shows bold: `**timed out**`. */
const emphasis = /\*\*([\w"'<(.][^*\n]*)(?<=\S)\*\*/g;
