/**
 * A line of a server's log fit to be seen by anybody. Postfix logs no password; others log an AUTH command that they refuse:
 * `smtp failed-command command="AUTH PLAIN AGFsaWNlAGNvcnJl…" result="501 5.5.2 Syntax error"`.
 */
export function maskLogLine(line: string, password: string): string {
  const masked = line.replaceAll(/\b(AUTH\s+[A-Z][A-Z0-9_-]*\s+)(?!=(?:["\s]|$))[A-Za-z0-9+/=]{2,}/gi, '$1<secret>');
  return password === '' ? masked : masked.replaceAll(password, '<secret>');
}
