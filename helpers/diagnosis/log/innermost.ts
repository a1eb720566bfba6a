/**
 * What a program says, without what its logger and whoever passes the line on have put before it; and the errors in an object that it
 * shows. Each is whole, and nothing is guessed.
 *
 *   worker-1    | TimeoutError: timed out
 *   [Mail] Connection refused by 192.0.2.5
 *   2015-06-25T03:12:42.475Z 273 TID-of600 WARN: Errno::ENETUNREACH: Network is unreachable - connect(2)
 *   Info: {"e":{"message":"self-signed certificate","code":"Error"}}
 *   … "error_message"=>"execution expired", "error_class"=>"Net::OpenTimeout", …
 */
export function innermost(text: string): readonly string[] {
  if (text.length > longest) return [];
  const behind = [...text.matchAll(before)].map(({ index, 0: head }) => text.slice(index + head.length));
  const values = tellsItself.test(text)
    ? []
    : [...text.matchAll(errorValue)].map(([, value = '']) => value.replace(/\\(["\\/])/g, '$1'));
  return [...new Set([...behind, ...values])]
    .filter((part) => part.length >= shortest && /[a-z]{3}/i.test(part))
    .slice(0, most);
}

/** `docker compose logs`; a part of the program, in brackets; a level in capitals, in brackets or alone, with the logger’s name behind it. */
const before =
  /^\s*(?:[\w.-]+\s*\||\[[A-Z][a-z]+\])\s+|(?:^|[\s[(|])(?:WARN(?:ING)?|ERROR|ERR|CRIT(?:ICAL)?|FATAL|SEVERE|INFO|NOTICE|DEBUG)\b[\])]*(?: [\w.$-]+)?(?::| -|\s*\|)? +(?!\[)/g;

const errorValue =
  /["']?(?:error_?message|message|error|err|msg|reason|cause|detail|description|exception|response|error_class)["']?\s*(?::|=>)\s*"((?:[^"\\]|\\.)+)"/gi;

/** maddy: `remote: cannot use MX {"domain":"example.com","reason":"…"}`. */
const tellsItself = /^[\w./-]+:\s[^{\s].*\{"/;

const longest = 4000;
const shortest = 10;
const most = 8;
