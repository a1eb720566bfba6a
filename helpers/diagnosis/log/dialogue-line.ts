/** What a client that shows its session has said or got. */
export type Dialogue =
  | { readonly from: 'client'; readonly command: string; readonly argument: string; readonly more: string | undefined }
  | { readonly from: 'server'; readonly code: string; readonly text: string; readonly isLast: boolean };

/** Reads a line of a session as a program shows it to its user; undefined where it is none. */
export function dialogueLine(line: string): Dialogue | undefined {
  // smtp-cli: [250] 'Ok'
  const said = line.replace(before, '').replace(/^\[(\d{3})\] '/, '$1 ');
  // An empty challenge (RFC 4954 section 4).
  if (/^334 ?(?:\\r|\\n)*['"]?$/.test(said)) return { from: 'server', code: '334', text: '', isLast: true };
  const reply = /^([2-5]\d\d)([ -])(?=\S)(.*)$/.exec(said);
  if (reply)
    return { from: 'server', code: reply[1] ?? '', text: withoutQuotes(reply[3] ?? ''), isLast: reply[2] === ' ' };
  const [, command = '', argument = '', more] =
    /^(EHLO|HELO|STARTTLS|AUTH(?= )|MAIL(?= FROM:)|RCPT(?= TO:)|QUIT)(?:$|[ :\\'"]) ?([\w-]*)(?: ([^\s\\'"][^\s\\'"]*))?/i.exec(
      said,
    ) ?? [];
  if (command) return { from: 'client', command: command.toUpperCase(), argument: argument.toUpperCase(), more };
  return saysNothing.test(line) ? { from: 'client', command: '', argument: '', more: undefined } : undefined;
}

/** A line of the client’s with nothing in it: PHPMailer; smtplib. */
const saysNothing = /(?:\bCLIENT -> SERVER: ?|\bsend: b?'\\r\\n')$/;

function withoutQuotes(text: string): string {
  return text.replace(/(?:\\r|\\n)*['"]?$/, '');
}

/**
 * What stands before it: a time, an identifier, a mark of the direction.
 *
 *   <-  250-AUTH PLAIN                              swaks; ` ->`, `<~`, `<**`
 *   [28-Nov-2019 11:08:54 +0000]: <1lnaie7h> Recv: 250-STARTTLS
 *   2026-11-24 10:00:00 SERVER -> CLIENT: 250-AUTH PLAIN
 *   [05:39:52.686][7fbd1d88] SMTP[DATA]: < 220 …    Rainloop, SnappyMail
 *   reply: b'250-AUTH PLAIN\r\n'                    smtplib
 *   > host.example.test[192.0.2.1]:25: EHLO …       Postfix's smtp -v
 *   "SMTPD"	2720	279829	"2026-05-08 20:06:09.839"	"192.0.2.137"	"RECEIVED: EHLO …"      hMailServer
 *   [smtp.1:6681] [2017-04-27T22:09:25.413] DEBUG -- : [WU5N5C] <= EHLO …      Postal
 */
const before = new RegExp(
  [
    /^\s*/,
    /(?:"SMTP[DC]"\s+\d+\s+\d+\s+"[^"]*"\s+"[^"]*"\s+"(?:SENT|RECEIVED): )?/,
    /(?:\[\w+\.\d+:\d+\] )?/,
    /(?:\[[^\]]{4,40}\]:?\s*|\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?:?\s*|\d\d:\d\d:\d\d[\d.,]*:?\s*)?/,
    /(?:\S+ postfix\/smtp\[\d+\]: )?/,
    /(?:[a-z]{2,15}: (?=[SC]: ))?/,
    /(?:<\w{4,12}>\s*|\[\w{4,12}\] SMTP\[DATA\]: )?/,
    /(?:DEBUG -- : \[\w+\] |(?:(?:DEBUG|INFO|TRACE)[\s:]+)*)/,
    /(?:SERVER -> CLIENT:|CLIENT -> SERVER:|SMTP(?:<<|>>)|Recv:|Send:|send:|reply:|received:|sending:|[SC]:|[<>=*~-]{1,4}|\d[<>])?\s*/,
    /(?:\S+\[[\d.:a-f]+\]:\d+: )?/,
    /(?:b?['"])?/,
  ]
    .map(({ source }) => source)
    .join(''),
);
