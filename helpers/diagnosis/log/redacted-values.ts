/**
 * The text with values of documentation for what people put in place of theirs before they paste a log, and for what a page has
 * swallowed of it:
 *
 *   connect from unknown[<MY IP>]                         connect from unknown[192.0.2.1]
 *   450 4.7.1 <<MY EMAIL>>: Recipient address …          450 4.7.1 <x@elsewhere.example>: Recipient address …
 *   to=, relay=mail.example.org[x.x.x.x]:25               to=<x@elsewhere.example>, relay=mail.example.org[192.0.2.1]:25
 */
export function withoutRedactions(text: string): string {
  return redactions.reduce((said, [redacted, value]) => said.replace(redacted, value), text);
}

const address = '192.0.2.1';
const mailbox = 'x@elsewhere.example';
const host = 'host.example.test';

const redactions: readonly (readonly [redacted: RegExp, value: string])[] = [
  [/(?<![\w.*])(?=[\d.]*[xX*])(?:\d{1,3}|[xX*]{1,4})(?:\.(?:\d{1,3}|[xX*]{1,4})){3}(?![\w.*])/g, address],
  [/\[(?=[^\]]{0,40}[xX*])[\da-fA-FxX*]{0,5}(?::[\da-fA-FxX*]{0,5}){2,7}\]/g, '[2001:db8::1]'],
  // Behind the name of a host: `unknown[<ip>]`, `unknown[[IP REMOVED]]`, `unknown[**ip**]`, `unknown[my ip]`, `unknown[xxx]`.
  [/(?<=[\w>*)\]] ?)\[(?:<[^<>\n]{1,40}>|\[[^[\]\n]{1,40}\]|[*xX][*xX.:]*(?:[^[\]\n*]{1,40}\*+)?)\]/g, `[${address}]`],
  [
    /(?<=[\w>*)\]] ?)\[(?=[^\]]{0,40}(?:\b|[-_])(?:ip|addr|address|redacted|removed|hidden)\b)[\w .:-]{2,40}\]/gi,
    `[${address}]`,
  ],
  [/<<[^<>\n]{1,60}>>|<[\w.* -]{1,40}@[\w.* -]{0,40}[* ][\w.* -]{0,40}>/g, `<${mailbox}>`],
  [/(?<=\b(?:warning: |from ))\[[^\]\d=/:][^\]=/:]{1,40}\](?=[: ]|$)/g, `unknown[${address}]`],
  // Whatever stands there behind the name of a host: `smtp.example.com[%IP%]`.
  [/(?<=\b(?:[\w-]+\.){1,8}[a-z]{2,12}|\bunknown)\[[^\]\d=/.:][^\]=/:]{0,40}\]/g, `[${address}]`],
  [/(?<=\b[2-5]\d\d [245]\.\d{1,3}\.\d{1,3} )([^\s<>:@]{1,100}@[^\s<>:@]{1,100})(?=: )/g, '<$1>'],
  [/(?<=@)<[^<>@\s]{1,40}>/g, 'elsewhere.example'],
  [/<[^<>@\n]{1,40}>(?=\[)/g, host],
  [
    /<(?:removed|redacted|hidden|deleted|my|your|the|some)\b[^<>@\n]{0,40}\b(?:host|hostname|server|domain|fqdn)\b[^<>@\n]{0,20}>/gi,
    host,
  ],
  // The number of a line.
  [/(?<=\bline )[xX*]{1,5}(?=[:,])/g, '1'],
  [/(?<=\b[2-5]\d\d [245]\.\d{1,3}\.\d{1,3} ): (?=(?:Recipient|Sender|Helo)\b)/g, `<${mailbox}>: `],
  [/(?<=\b(?:to|from)=)(?=,? )/g, `<${mailbox}>`],
];
