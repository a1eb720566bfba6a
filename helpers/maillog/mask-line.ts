/**
 * Masks what may be a password in a line of a log. What a client says after AUTH is taken for one, as a whole: it may be
 * base64 that anybody can read, or what somebody typed by hand.
 */
export function maskLine(text: string): string {
  let masked = text;
  // Where something was masked, quotes may pair otherwise, and show a secret that they hid: until nothing more is masked.
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = masked;
    masked = secrets.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement as never), before);
    if (masked === before) break;
  }
  return masked;
}

/** One that masks and one that finds nothing more are usual; no line may take long, whatever somebody has written there. */
const mostPasses = 8;

type Replacement = string | ((match: string, ...groups: string[]) => string);

/** What daemons write into the log where they are told to be verbose, or where a client is confused. */
const secrets: readonly (readonly [RegExp, Replacement])[] = [
  // warning: improper command pipelining after EHLO from unknown[192.0.2.1]: AUTH LOGIN\r\nYWxpY2U=\r\nc2VjcmV0\r\n
  // warning: unknown[192.0.2.1]: request longer than 12288: AGFsaWNlAHh4…
  // warning: non-SMTP command from unknown[192.0.2.1]: AUTH PLAIN AGFsaWNl…
  [
    /((?:command pipelining after|non-SMTP command) [^:]*?from \S+: |request longer than \d+: )(.*)$/i,
    (_all, before = '', said = '') => `${before}${maskDialogue(said, / after AUTH from /i.test(before))}`,
  ],
  // smtpd[16]: < client.example.org[192.0.2.1]: AUTH PLAIN AGFsaWNl…   and then the answers, a line each
  [
    /(< [^\s<>]+\[[^\]\s]*\](?::\d+)?: )(.*)$/,
    (_all, before = '', said = '') => `${before}${maskDialogue(said, false)}`,
  ],
  // smtpd[16]: > client.example.org[192.0.2.1]: 334 PDEyMy4…
  [/(> \S+: 334[ -])(?!VXNlcm5hbWU6|UGFzc3dvcmQ6)\S+/, '$1<challenge>'],
  // OpenSMTPD: smtp failed-command command="AUTH PLAIN AGFsaWNl…" result="503 5.5.1 Invalid command: …"
  // Haraka: hook=unrecognized_command plugin=auth/flat_file function=hook_unrecognized_command params="c2VjcmV0" retval=OK
  [
    /(\bcommand=|\bhook=unrecognized_command\b.*?\bparams=)"((?:\\.|[^"\\])*)"/gi,
    (_all, before = '', said = '') => `${before}"${maskDialogue(said, false)}"`,
  ],
  // Haraka: [PROTOCOL] [4F3E…1] [core] C: c2VjcmV0 state=1
  [/(\] C: )(.*?)(?= state=\d|$)/, (_all, before = '', said = '') => `${before}${maskDialogue(said, false)}`],
  // Wherever else a command is quoted: error,cmd: AUTH PLAIN AGFsaWNl: 535 Authentication rejected
  [
    /((?:(?<=\\[rn])|(?<!\w))AUTH\s+(?!from\b|decode64\b|failure\b)[A-Z][\w-]*[ \t]+)(?![ \t]*(?:from\b|<secret>))([^"';]*?)(?=\s*(?:["';]|: [245]\d\d\b|$))/gi,
    (all, before = '', said = '') => (said === '' || mechanismsOnly.test(said) ? all : `${before}<secret>`),
  ],
  // Sendmail: AUTH decode64 error [-5 for "c2VjcmV0"], relay=client.example.org [192.0.2.1]
  [/(AUTH decode64 error \[-?\d+ for )"[^"]*"/i, '$1"<secret>"'],
  // saslauthd -a rimap, verbose: auth_rimap: sending LOGIN "alice" "hunter2"
  [/(auth_rimap: sending .*?LOGIN \S+ ).*/i, '$1<secret>'],
  // sasl-xoauth2: TokenStore::Read: refresh=…, access=…, user=…; TokenStore::Refresh: request: client_id=…&client_secret=…&refresh_token=…
  [/((?:refresh|access|id)_token|client_secret)(["']?\s*[=:]\s*["']?)(?!<)[^\s,&"']+/gi, '$1$2<secret>'],
  [/(TokenStore::Read: refresh=)[^,]*(, access=)[^,]*/g, '$1<secret>$2<secret>'],
  [/(\bauth=Bearer )[^\s\\\p{Cc}]+/giu, '$1<secret>'],
  // xsasl_cyrus_server_first: sasl_method PLAIN, init_response AGFsaWNl…
  [/(init[_ -]resp(?:onse)?[ =:]+)(?!<)\S+/i, '$1<secret>'],
  // xsasl_cyrus_server_next: decoded response: …
  [/(decoded (?:initial )?response:? ).*/i, '$1<secret>'],
  // dovecot: auth: Debug: client in: AUTH 1 PLAIN service=smtp resp=AGFsaWNl…
  [/\b(resp=)[^\s<]+/g, '$1<secret>'],
  // dovecot: auth: Debug: client in: CONT 1 AGFsaWNl…
  [/(client (?:passdb )?(?:in|out): CONT\s+\d+\s+)\S+/g, '$1<secret>'],
  // auth: sql(alice): Password mismatch (given password: hunter 2)
  [/(given password: ).*(?=\))/i, '$1<secret>'],
  [/(given password: )(?!<secret>).*/i, '$1<secret>'],
  [
    /(?<![A-Za-z])((?:user|dn)?pass(?:word|wd|phrase)?|secret|bind_?pw|ldap_bind_pw)(\s*[=:]\s*)(?!<|\(|(?:verification|mismatch|No such file or directory|Permission denied|Invalid argument|Is a directory|Not a directory|Connection (?:refused|timed out|reset by peer)|Operation (?:not permitted|timed out)|Resource (?:temporarily unavailable|busy)|Input\/output error|Too many open files|File exists)(?![^\s;:,.)]))(?:"[^"]*"|'[^']*'|[^\s,;)]+)/gi,
    '$1$2<secret>',
  ],
  [/(?<![A-Za-z])(pass(?:word|wd)?|secret)\((?!<|verification|mismatch)[^)]*/gi, '$1(<secret>'],
  // smtp_sasl_password_maps = static:alice:hunter2
  [/(password_maps\s*=.*?\bstatic:\{?\s*[^\s:]+:)[^\s,}]+/g, '$1<secret>'],
  // {CRYPT}$6$…, {SHA512-CRYPT}…
  [/\{(?:[A-Z0-9.-]*CRYPT|PLAIN|SS?HA\d*|ARGON2ID?)\}[^\s,;)]+/gi, '<secret>'],
  [/\$(?:1|2[aby]|5|6|y|argon2\w*)\$[./A-Za-z0-9$=,+]+/g, '<secret>'],
];

/** What a server offers is no secret: 250-AUTH PLAIN LOGIN CRAM-MD5 */
const mechanismsOnly =
  /^(?:(?:PLAIN|LOGIN|ANONYMOUS|EXTERNAL|NTLM|GSSAPI|GS2-\w+|KERBEROS_V4|X?OAUTH\w*|(?:CRAM|DIGEST|SCRAM)-[\w-]+)\s*)+$/i;

/** The commands that a client says outside of a login; by these, other lines of a dialogue are known to be answers. */
const commands =
  /^(?:AUTH|BDAT|DATA|EHLO|ETRN|EXPN|HELO|HELP|LHLO|MAIL|NOOP|QUIT|RCPT|RSET|STARTTLS|VRFY|XCLIENT|XFORWARD)\b/i;
/** What is no SMTP, and no answer either: a browser, a header of a message. */
const foreign = /^(?:(?:GET|POST|PUT|CONNECT|OPTIONS|PROPFIND|HEAD)\s\S|[A-Z][\w-]+:\s)/i;

/** Masks in what a client said all that follows an AUTH, and what is no command; line ends are written as `\r\n`. */
function maskDialogue(said: string, inExchange: boolean): string {
  if (inExchange) return said.trim() === '' ? said : '<secret>';
  const [, before = '', command = '', hidden = ''] =
    /^(.*?)((?:(?<=\\[rn])|(?<!\w))AUTH(?:[ \t]+[\w-]+)?)((?:[ \t]|\\+[rn]).*)?$/is.exec(said) ?? [];
  if (command !== '') {
    const told = maskLines(before);
    return /[^\s\\rn=.…]/i.test(hidden.replace(/\\+[rn]/g, ''))
      ? `${told}${command} <secret>`
      : `${told}${command}${hidden}`;
  }
  return maskLines(said);
}

/** Masks the lines that are neither commands nor foreign. */
function maskLines(said: string): string {
  return said
    .split(/((?:\\+r)?\\+n|\\+r)/)
    .map((line, index) =>
      index % 2 === 1 || line.trim() === '' || commands.test(line) || foreign.test(line) ? line : '<secret>',
    )
    .join('');
}
