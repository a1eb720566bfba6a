import { dialogueLine } from './dialogue-line';
import { type LogSource, logOfLines } from './log-source';
import { withoutPageMarks } from './page-marks';
import { withSessionNotes } from './session-notes';

/** A short text that somebody has pasted, as a log. */
export function pastedLog(name: string, text: string): LogSource {
  return { ...logOfLines(name, pastedLines(text) ?? linesOf(text)), pasted: true };
}

/**
 * The lines of a short text that somebody has pasted, as they are to be judged: what was folded stands on one line again, and what a
 * session tells as a whole stands beside the line that ends it. There are as many lines as before, so that their numbers stay;
 * undefined where nothing is changed.
 */
export function pastedLines(text: string): readonly string[] | undefined {
  const lines = linesOf(text);
  const judged = withSessionNotes(withDaemons(unfolded(lines)));
  return judged.some((line, index) => line !== lines[index]) ? judged : undefined;
}

function linesOf(text: string): readonly string[] {
  return uncommented(
    unquoted(
      withoutPageMarks(text)
        .replace(/\r?\n$/, '')
        .split(/\r?\n/),
    ),
  );
}

/** What a mail quotes, all of it. */
function unquoted(lines: readonly string[]): readonly string[] {
  const isQuoted = lines.length > 1 && lines.every((line) => line.trim() === '' || /^ ?>/.test(line));
  return isQuoted ? lines.map((line) => line.replace(/^ ?(?:> ?)+/, '')) : lines;
}

/** Lines that somebody has put behind marks of a comment, as in a script or a configuration. */
function uncommented(lines: readonly string[]): readonly string[] {
  const mark = /^\s*(?:#+|\/\/|;+|\*|--)\s+/;
  const written = lines.filter((line) => line.trim() !== '');
  const isComment = written.length > 2 && written.slice(1).every((line) => mark.test(line) && !isSetting.test(line));
  if (!isComment && !lines.some((line) => mark.test(line) && beginsALogLine.test(line.replace(mark, '')))) return lines;
  return lines.map((line) => line.replace(mark, ''));
}

/** OpenSSL’s words with the daemon that has written them, where the line before shows which it was and neither names it. */
function withDaemons(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    if (!line.startsWith('warning: TLS library problem: ')) return line;
    const [, way] = /^SSL_(connect|accept) error (?:to|from) /.exec(lines[index - 1] ?? '') ?? [];
    return way === undefined ? line : `postfix/${way === 'connect' ? 'smtp' : 'smtpd'}[1]: ${line}`;
  });
}

/** Joins what continues the line before; an empty line stands in its place. */
function unfolded(lines: readonly string[]): readonly string[] {
  const width = Math.max(...lines.map(({ length }) => length));
  // The same message again is as long as before.
  const isCut =
    new Set(lines.filter(({ length }) => length === width).map((line) => line.replace(/\d/g, '0'))).size > 1;
  const joined: string[] = [];
  let first = 0;
  for (const [index, line] of lines.entries()) {
    const before = joined[first] ?? '';
    const last = lines[index - 1] ?? '';
    if (index > 0 && isCut && isRest(before, last, line, width)) {
      joined[first] = `${before}${line}`;
      joined.push('');
    } else if (index > 0 && last.trim() !== '' && continues(before, last, line, width)) {
      const isPart = beginsWithin.test(line) || isAddressOf(before, line);
      joined[first] = `${before.trimEnd()}${isPart ? '' : ' '}${continuation(last, line)}`;
      joined.push('');
    } else {
      joined.push(line);
      first = index;
    }
  }
  return joined;
}

function continues(before: string, last: string, line: string, width: number): boolean {
  if (line.trim() === '') return false;
  return (
    isFolded(before, line) ||
    isNextOfReply(last, line) ||
    isInside(before, line) ||
    (saysOpen.test(before) && before.length < longestFolded && !beginsALogLine.test(line)) ||
    (endsOpen.test(before) && !beginsALine.test(line)) ||
    (beginsALogLine.test(before) && (beginsWithin.test(line) || isAddressOf(before, line))) ||
    isNextField(before, last, line) ||
    isWrapped(before, last, line, width)
  );
}

/** A bounce of Postfix, or a field of a header: `<bob@example.org>: host … said: 554 5.7.1` and an indented line. */
function isFolded(before: string, line: string): boolean {
  return (
    /^\s/.test(line) &&
    before.length < longestFolded &&
    (/^(?:<\S+>(?: \([^)]*\))?|(?:Diagnostic[- ]Code|Status|Remote-MTA|Subject|X-[\w-]+)): /.test(before) ||
      fromElsewhere.test(before))
  );
}

/** A bounce of Exim: `SMTP error from remote mail server after RCPT TO:<bob@example.org>:` and the reply, in lines of its own. */
const fromElsewhere =
  /\bSMTP error from remote (?:mail )?server after .*?:(?:\s*host \S+ \[[^\]]*\]:)?\s*(?:[45]\d\d[ -].*)?$/;

const longestFolded = 2000;

/** A line of a configuration that is switched off, and no log. */
const isSetting = /^[\s#;]*[\w.]+ ?=/;

/** 550-5.7.1 The IP you're using to send mail is not authorized to, and then 550 5.7.1 send email directly to our servers. */
function isNextOfReply(last: string, line: string): boolean {
  const [before, next] = [dialogueLine(last), dialogueLine(line)];
  if (before?.from !== 'server' || next?.from !== 'server') return false;
  return !before.isLast && before.code === next.code && /^[45]/.test(next.code);
}

function continuation(last: string, line: string): string {
  const said = isNextOfReply(last, line) ? dialogueLine(line) : undefined;
  return said?.from === 'server' ? said.text.replace(/^[45]\.\d+\.\d+ +/, '') : line.replace(/^[>\s]+/, '');
}

/** What became of a mail, a field to a line: `to=<bob@example.org>,`, `relay=…,`, `status=bounced (host …`. */
function isNextField(before: string, last: string, line: string): boolean {
  if (/: [\dA-F]{5,}:\s*$/.test(before)) return /^\s*(?:to|from|client|uid|message-id)=/.test(line);
  if (!/: to=</.test(before)) return false;
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')');
  return (
    (/,\s*$/.test(last) && /^\s*\w+=/.test(line)) ||
    (isOpen && /^\s*(?:said:|\(?in reply|connect to|lost connection|conversation)/.test(line))
  );
}

/** Exim’s line of a TLS that failed, broken before or within its parentheses: `(cert/key setup: cert=/etc/exim/exim.crt`. */
function isInside(before: string, line: string): boolean {
  if (!/\bTLS error on connection (?:from|to) /.test(before)) return false;
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')') && !beginsALogLine.test(line);
  return isOpen || (!/\): /.test(before) && /^\s*\([a-zA-Z]/.test(line));
}

/** A log that a mail program or a page has wrapped between words: no line is wider, and the next word would not have fitted. */
function isWrapped(before: string, last: string, line: string, width: number): boolean {
  if (
    width > widest ||
    last.length < narrowest ||
    last.length === width ||
    !beginsALogLine.test(before) ||
    beginsALine.test(line)
  )
    return false;
  const [word = ''] = line.trim().split(/\s/, 1);
  return last.length + 1 + word.length > width;
}

/** A log that a terminal has cut at its width, wherever that was: several lines are just so wide. */
function isRest(before: string, last: string, line: string, width: number): boolean {
  return (
    last.length === width &&
    width >= narrowest &&
    width <= widestTerminal &&
    beginsALogLine.test(before) &&
    !beginsALogLine.test(line) &&
    !isPrompt.test(line)
  );
}

/** `root@mail:~# ss -lntp`, `$ ls` */
const isPrompt = /^(?:[\w.-]+@[\w.-]+[:~ ].*[#$] |\[\w+@[^\]]*\][#$] |[$#] )/;

const narrowest = 55;
const widestTerminal = 250;
const widest = 100;

/** What has failed, and not yet why: `warning: SASL CRAM-MD5 authentication failed:` */
const endsOpen = /\b(?:authentication failed|address rejected|host rejected|Authentication failure): *$/;

/** What a next server has said goes on: `status=deferred (host mx.example.net[192.0.2.9] said:`, and in the lines of its reply */
const saysOpen = /\(host \S+ said:[^)]*$/;

/** Of a client or server whose name ends the line before: `connect from unknown` and `[192.0.2.1]: 450 4.7.1 …`, or the rest of both. */
function isAddressOf(before: string, line: string): boolean {
  const [, address] = clientAtTheEnd.exec(before) ?? [];
  if (address === undefined || beginsALogLine.test(line)) return false;
  return address === '' ? /^\s*[\w.-]*\[[\d.:a-fx]{3,}\]/i.test(line) : /^[\d.:a-fx]+\]/i.test(line);
}

const clientAtTheEnd = /\b(?:from|to|host|with|server|relay=)\s*[\w.-]+((?:\[[\d.:a-fx]*)?)$/i;

/** A mark that stands behind something. */
const beginsWithin = /^ *[:;,] /;

const beginsALogLine =
  /^[\s>|]*(?:[\w.-]+ +\| *)?(?:\/\S+:)?(?:[A-Z][a-z]{2} +\d+ \d\d:|\d\d:\d\d:\d\d |\d{4}-\d\d-\d\d|[\w./-]+\[\d+\] ?:)/;

/** A time, a program, a setting, a reply, a command, a mark: nothing that stands in the middle of a sentence. */
export const beginsALine = new RegExp(
  `${beginsALogLine.source}|${/^[\s>|]*(?:\d\d[:/.]\d\d|[\w-]+ ?=|[a-z]+_\w+:|[2-5]\d\d[ -]|(?:EHLO|HELO|AUTH|MAIL|RCPT|QUIT|STARTTLS)\b|["'<>*#$~{[-])/.source}`,
);
