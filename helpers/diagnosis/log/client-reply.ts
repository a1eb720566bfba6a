/**
 * A reply of Postfix as the program that got it shows it, in an error of its own, as the line that smtpd logs for it;
 * undefined where the text has none. Whoever has no access to the server's log pastes that.
 *
 *   554 5.7.1 <bob@example.org>: Relay access denied
 *   {'bob@example.org': (554, b'5.7.1 <bob@example.org>: Relay access denied')}
 *   Error: Invalid login: 535 5.7.8 Error: authentication failed: generic failure
 */
export function asLogged(text: string): string | undefined {
  if (isOtherwise.test(text)) return undefined;
  const refusal = refused.exec(text);
  if (refusal) {
    const [, code, status = '', all = ''] = refusal;
    const said = all.replace(expected, '');
    return refusalLine(`${code} ${status}${bracketed(said.trim()).replace(asBefore, '')}`);
  }
  const login = loginFailed.exec(text);
  if (!login) return undefined;
  const reason = (login[1] ?? '')
    .replace(placeInSource, '')
    .replace(/\s*\((?:code|SMTP AUTH|state|#|Net::) ?.*$|(?<!\(reason unavailable)\)?:?$/, '')
    .trim();
  const usual = /Temporary/.test(login[0]) ? 'generic failure' : '';
  return `warning: unknown[unknown]: SASL PLAIN authentication failed: ${reason || usual}`;
}

/**
 * The reply of a server in the error of whatever program got it, with each of the codes that it may have had where that is left out.
 *
 *   smtplib.SMTPDataError: (550, b'5.7.1 Message rejected due to content')
 *   Error: Invalid greeting. response=554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using list.example
 *   { kind: Transient(454), source: "4.7.0 Temporary authentication failure" }
 *   err_code=504 err_msg="5.7.4 Unrecognized authentication type"
 */
export function repliesIn(text: string): readonly string[] {
  if (isOtherwise.test(text)) return [];
  const [, code, said = codeless.exec(text)?.[1]] = anyReply.exec(text) ?? [];
  if (said === undefined) return [];
  const words = said.replace(/\)\.$/, '').replace(/['"]?[)}\]\s]*$/, '');
  if (code !== undefined) return [`${code} ${words}`];
  return (words.startsWith('5') ? ['550', '535', '530', '554', '504'] : ['454', '451', '421']).map(
    (one) => `${one} ${words}`,
  );
}

const anyReply =
  /(?:^|[:=,;(['"] ?|[a-z]\()([45][0-57]\d)(?:[ -]|, b?['"]|: |, response: ["']?|\), source: ["'])((?:[45]\.\d{1,3}\.\d{1,3}[ :]|[A-Z][a-z]+ |<|(?!\d|\w+=["'])\S*[\d.=]\S* )[^\n]*[a-z]{3}[^\n]*)/;

/** Only the second of its codes (RFC 3463). */
const codeless = /(?:^|[:=,(['"] ?)([45]\.\d{1,3}\.\d{1,3} [A-Z<][^\n]*[a-z]{3}[^\n]*)/;

/** What smtpd logs of a reply that refuses a recipient, or a size; who was refused is not known. */
export function refusalLine(reply: string): string {
  const whole = reply
    .replace(/\bnot owned by user$/, '$& bob@example.test')
    .replace(/^([45]\d\d [\d.]+ )(?=Client host rejected: (?!cannot find))/, '$1<unknown[unknown]>: ');
  return `NOQUEUE: reject: ${/^552 5\.3\.4 /.test(reply) ? 'MAIL' : 'RCPT'} from unknown[unknown]: ${whole}; proto=ESMTP`;
}

/** Where in its source a program is that tells of it: ` in /srv/www/SmtpClient.php:273`, ` in [/srv/www/Socket.php, line 451]`. */
export const placeInSource = / (?:in|at) \[?\/\S+?(?:, line |:| line )\d+\]?\.?$/;

/** What it expected instead. */
const expected = /\s*, expected \d+$/;

/** Postfix 1.1: <bob@example.org>: Recipient address rejected: Relay access denied */
const asBefore = /(?<=: )Recipient address rejected: (?=Relay access denied)/;

/** A page takes <bob@example.org> for a tag and leaves it out, or shows it without its brackets. */
function bracketed(said: string): string {
  return said
    .replace(/^<?([^\s<>:]*)(?=: (?:Relay access|Sender|Recipient|Client host|Helo))/, '<$1>')
    .replace(/^(?=(?:Sender|Recipient) address rejected: (?!not owned by auth ))/, '<user@example.com>: ');
}

/** Texts of which one is in every such reply. */
export const replyTexts = [
  'relay access denied',
  ...['helo command rejected: ', 'sender address rejected: ', 'recipient address rejected: ', 'client host rejected: '],
  ...['error: authentication failed', 'temporary authentication failure'],
] as const;

/** A line of a server: it tells of a reply itself, or of one that it got from the next server. */
const isOtherwise =
  /\breject(?:_warning)?: | said: |\bstat=\w|remote mail server|authenticator failed|remote delivery|smarthost authentication: |\(session: (?:logged in|no login|AUTH )/;

// 554 5.7.1 <…>; 554-5.7.1 <…>; (554, b'5.7.1 <…>'); before Postfix 2.3 without the second number.
const code = String.raw`(?:^|[^\w.:])`;
const between = `(?:[ -]|, b?['"]|: )`;
const refused = new RegExp(
  String.raw`${code}([45]\d\d)${between}([45]\.\d+\.\d+ )?((?:(?:<[^>]*>|<?[^\s<>:;,'"]*@[^\s<>:;,'"]*|): )?(?:Relay access denied|(?:Helo command|Sender address|Recipient address|Client host) rejected: [^;"'\\(]*))`,
);
const loginFailed = new RegExp(
  String.raw`${code}[45]\d\d${between}[45]\.\d+\.\d+ (?:Error: authentication failed|Temporary authentication failure)(?::\s*([^"'\\]*))?`,
);
