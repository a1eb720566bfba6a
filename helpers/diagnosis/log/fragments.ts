import { asLogged, placeInSource, refusalLine, repliesIn } from './client-reply';
import { innermost } from './innermost';
import { quotedInProse } from './quoted-in-prose';
import { withoutRedactions } from './redacted-values';
import { withUsualErrors } from './system-errors';
import { type UnwrappedLine, unwrapLine } from './unwrap-line';

/** A line, as it may have been. */
export interface Reading extends UnwrappedLine {
  /** There is more in it than in the text. */
  readonly isGuessed?: true;
}

/**
 * What a piece of a line may have been, as people quote what they take for the message: without the program and the `warning: ` before
 * it, or only what stands in the parentheses behind `status=deferred`. The likeliest first.
 *
 *   (Host or domain name not found. Name service error for name=smtp.example.com type=A: Host not found, try again)
 *   cannot connect to saslauthd server: No such file or directory
 *   Client host rejected: Access denied
 *   connect to mail.example.com[192.0.2.30]: Connection refused (port 25): as before Postfix 2.6
 *   can’t read SMFIC_BODYEOB reply packet header: a page has put its own quotes in, or full-width colons and brackets
 *   … RCPT from unkno                    wn[192.0.2.1]: 554 …: a terminal has filled its lines with blanks
 *   "stderr": "postmap: warning: …\npostmap: fatal: bad string length 0 < 1: myhostname = "
 */
export function readingsOf(line: UnwrappedLine, text: string): readonly Reading[] {
  const quoted = line.program === undefined ? [...innermost(text), ...quotedInProse(text)] : [];
  const refilled = text.replace(/(?<=\w) {20,}(?=\w)/g, '');
  const bare = text.replace(remark, '');
  return [
    ...readingsOfPiece(line, text),
    ...(refilled === text ? [] : [unwrapLine(refilled)]),
    ...(bare === text ? [] : [unwrapLine(bare), ...readingsOfPiece(unwrapLine(bare), bare)]),
    ...quoted.flatMap((part) => [unwrapLine(part), ...readingsOfPiece(unwrapLine(part), part)]),
  ];
}

/** qmail writes an underscore for each blank, and a slash where a line ends. */
const ofQmail = /(?<!\S)[A-Z][a-z]\S*(?:_\S+){4,}$/;

/** What somebody has written behind a line: ` (I have changed the domain)`, ` <-- here`. */
const remark = / +(?:\((?!in reply)[A-Za-z]['’a-z]* [^():=]{4,}\)| ?<-{1,3}(?: .*)?)$/;

function readingsOfPiece({ time, program, message }: UnwrappedLine, text: string): readonly Reading[] {
  const straight = withoutRedactions(text)
    .replace(/\t/g, ' ')
    .replace(/\\(["'])/g, '$1')
    .replace(/：/g, ': ')
    .replace(/[（）]/g, (bracket) => (bracket === '（' ? '(' : ')'))
    .replace(programWithoutColon, '$1: ')
    .replace(ofQmail, (said) => said.replace(/_|(?<=\w)\/(?=\w)/g, ' '));
  if (straight !== text) return [unwrapLine(straight), ...readingsOfPiece(unwrapLine(straight), straight)];
  const joined = text.split(text.includes(' type=') ? auditRecord : headWithin);
  if (joined.length > 1)
    return joined.slice(0, mostParts).flatMap((part) => {
      const line = unwrapLine(part);
      return [line, ...readingsOfPiece(line, part)];
    });
  const usual = withUsualErrors(message)
    .replace(/(?<=\S) {2,}/g, ' ')
    .replace(/(?<=\bconnect to \S+\[[^\]]+\]:\d+) (?=[A-Z][a-z])/, ': ')
    .replace(/(\bconnect to \S+\[[^\]]+\]): (.*) \(port (\d+)\)/, '$1:$3: $2')
    .replace('SASL [CACHED] authentication', 'SASL authentication')
    .replace(placeInSource, '')
    .replace(gluedTime, '');
  if (usual !== message) {
    const line = { time, program, message: usual };
    return [line, ...readingsOfPiece(line, usual)];
  }
  const escaped = text.split(/(?:\\r)?\\n/);
  if (escaped.length > 1)
    return escaped.slice(0, mostParts).map((part) => unwrapLine(part.replace(/^.*"(?=\w+: )/, '')));
  if (message.length > longest || !/[a-z]{3}/i.test(message)) return [];
  const whole = message.replace(/^\.{2,}\s*|\s*\.{2,}$/g, '');
  const line = (text: string, by?: string): Reading => ({
    time,
    program: program ?? by,
    message: text,
    isGuessed: true,
  });
  const parts = partsOf(whole).map((part): Reading => ({ time, program, message: part }));
  const guessed = [
    ...(saslFailed.test(whole) ? [whole.replace(saslFailed, 'warning: unknown[unknown]: $1')] : []),
    ...(/^(?:milter-)?reject: /.test(whole) ? [`NOQUEUE: ${whole}`] : []),
    ...(hasLevel.test(whole) ? [] : levels.map((level) => `${level}: ${whole}`)),
    ...(/^offered (?:no supported|null) AUTH mechanism/.test(whole)
      ? [`warning: mx.example.net[192.0.2.1]:25 ${whole}`]
      : []),
    ...refusals(whole),
  ].map((text) => line(text));
  const ofProgram = [...parts, ...guessed];
  const attempt = /^\w{5,}: (?!to=|host )(.*)$/s.exec(whole)?.[1];
  if (attempt !== undefined && ofSmtp.test(program ?? ''))
    ofProgram.push(...outcomes(attempt).map((text) => line(text)));
  return program === undefined
    ? [
        ...ofProgram,
        ...outcomes(whole).map((text) => line(text, reasonOfLocal.test(whole) ? 'postfix/local' : 'postfix/smtp')),
        ...replies(whole).map(([by, text]) => line(text, by)),
        ...dovecot.map((before) => line(`${before}${whole}`, 'dovecot')),
      ]
    : ofProgram;
}

/** `INFO    postfix/smtp[226] connect to …`, as a page leaves it of a program's name in bold type. */
const programWithoutColon = /(?<![^\s|>])(postfix[\w.-]*\/[\w/-]+\[\d+\]) (?=[\w(<])/;

/** Of each attempt to deliver it says why it has failed, before it says what becomes of the mail. */
const ofSmtp = /(?:^|\/)smtp$/;

/** Why it could not be delivered here, after the address where a bounce tells it: `<bob@example.test>: unknown user: "bob"`. */
const reasonOfLocal =
  /^\(?(?:<[^>]*>[^:]*: )?(?:unknown user: "|can't create user output file|maildir delivery failed: |mail forwarding loop for |cannot (?:access|update) mailbox |alias database unavailable)/;

// Without the client.
const saslFailed = /^(?:warning: )?(SASL [\w-]+ authentication failed: )/;
/** Where the next line begins, if two have run together. */
export const headWithin = /(?<=\S)\s*(?=[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S+ [\w./-]+\[\d+\]: )/;
/** Records of audit on one line. */
const auditRecord = / (?=type=[A-Z_]+ msg=audit\()/;
/** A page has put it into one cell with the message. */
const gluedTime = /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d(?=[a-zA-Z])/;
const longest = 1000;
const mostParts = 100;
const levels = ['warning', 'fatal', 'error'] as const;
const hasLevel = /^(?:warning|fatal|error|panic): /;
const dovecot = [
  'auth: Error: ',
  'auth: Error: sql(alice@example.test,192.0.2.1): ',
  'auth: Fatal: ',
  'doveconf: Fatal: ',
  'Error: ',
] as const;

/** Lines that have run together, and what stands in parentheses. */
function partsOf(message: string): readonly string[] {
  const parts = message.split(/(?<=\s)(?=(?:warning|fatal|error|panic): )/i).map((part) => part.trim());
  const inside = /^\((.+)\)$|^Diagnostic[- ]Code: X-Postfix; (.+)$/s.exec(message)?.slice(1).find(Boolean);
  return [...(parts.length > 1 ? parts : []), ...(inside === undefined ? [] : [inside])];
}

/** What became of a mail, put off or bounced, told by its reason alone. */
export function outcomes(message: string): readonly [deferred: string, bounced: string] {
  const said = message
    .replace(/^\(?status=\w+ (\(.*?\))\)?$/, '$1')
    .replace(/^server (?=\S+ offered no compatible )/, 'SASL authentication failed: server ')
    .replace(/^Name service error for name=\S+ type=\w+(?=$|: )/, 'Host or domain name not found. $&')
    .replace(/(?<=\. Name service error for name=\S+ type=\w+)$/, ': Host not found, try again')
    .replace(/^Diagnostic[- ]Code: [\w-]+; |^(?:<[^>]*>|[^\s<>:;,'"]+@[^\s<>:;,'"]+)(?: \([^)]*\))?: /, '')
    .replace(/^\(?delivery temporarily suspended: /, (before) => (before.startsWith('(') ? '(' : ''));
  const reason = said.startsWith('(') ? said : `(${said})`;
  const host = /\bhost (\S+\[[\d.:a-f]+\])/.exec(reason)?.[1];
  const mail = `4Q1: to=<x@elsewhere.example>, relay=${host ? `${host}:25` : 'none'}, delay=1, delays=0/0/1/0`;
  return [`${mail}, dsn=4.0.0, status=deferred ${reason}`, `${mail}, dsn=5.0.0, status=bounced ${reason}`];
}

/** A reply that a program quotes: of this server, or of the next one as Postfix logs it. */
function replies(message: string): readonly (readonly [program: string, message: string])[] {
  const replies = repliesIn(message);
  const asGreeting = (reply: string) => `host smtp.example.net[192.0.2.30] refused to talk to me: ${reply}`;
  const next = (reply: string) => `host smtp.example.net[192.0.2.30] said: ${reply} (in reply to MAIL FROM command)`;
  return [
    ...replies.map((reply) => ['swaks', `<** ${reply}`] as const),
    ...replies
      .flatMap((reply) => [asLogged(reply) ?? [], refusals(reply)].flat())
      .map((text) => ['postfix/smtpd', text] as const),
    ...replies
      .flatMap((reply) => [...outcomes(next(reply)), ...outcomes(asGreeting(reply))])
      .map((text) => ['postfix/smtp', text] as const),
  ];
}

/** A reply of smtpd without what is logged around it, or only its words. */
function refusals(message: string): readonly string[] {
  // As Evolution tells it.
  const said = message.replace(/;$/, '').replace(/^(?:MAIL FROM|RCPT TO):? ?<[^>]*> failed: /, '');
  if (!refuses.test(said)) return [];
  const replies = /^[45]\d\d [45]\./.test(said)
    ? [said]
    : usualCodes.flatMap((code) => [
        `${code} ${said}`,
        ...(said.startsWith('<') ? [] : [`${code} <alice@example.test>: ${said}`]),
      ]);
  return replies.map(refusalLine);
}

const refuses =
  /^(?:[45]\d\d [45]\.\d+\.\d+ )?(?:<[^>]*>: )?(?:Relay access denied|(?:Helo command|Sender address|Recipient address|Client host|Data command) rejected: |Service unavailable|Message size exceeds|Insufficient system storage|Temporary lookup failure)/i;

/** Behind `reject:` any code is taken, so that two do: for good, and for now. */
const usualCodes = ['554 5.7.1', '450 4.7.1'];
