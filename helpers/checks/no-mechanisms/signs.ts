/**
 * The lines that tell each death, in their order, as Postfix and Cyrus SASL write them (a how-to quotes the second
 * set). Paths, pids and line numbers differ with the version.
 */
const fatal = /^fatal: no SASL authentication mechanisms$/;
const exited = /^warning: process \/usr\/lib(exec)?\/postfix\/(sbin\/)?smtpd pid \d+ exit status 1$/;
const throttled = /^warning: \/usr\/lib(exec)?\/postfix\/(sbin\/)?smtpd: bad command startup -- throttling$/;

/** The mechanism list is empty. */
export const noneInstalledLines: readonly RegExp[] = [
  /^connect from /,
  /^warning: SASL authentication failure: Internal Error -4 in (\.\.\/\.\.\/lib\/)?server\.c near line \d+$/,
  /^warning: xsasl_cyrus_server_get_mechanism_list: no mechanism available$/,
  fatal,
  exited,
  throttled,
];

/** The list is not empty, but nothing in it may be used: the how-to's own four lines. */
export const allFilteredLines: readonly RegExp[] = [
  /^connect from /,
  /^warning: xsasl_cyrus_server_get_mechanism_list: no applicable SASL mechanisms$/,
  fatal,
  exited,
  throttled,
];

/** smtpd dies before it accepts a connection, so there is no `connect from`. */
export const diesAtStartLines: readonly RegExp[] = [
  /^warning: SASL per-process initialization failed: /,
  /^fatal: SASL per-process initialization failed$/,
  exited,
  throttled,
];

/** The first pattern that no line after the previous pattern's line matches; undefined where all come in order. */
export function firstMissing(messages: readonly string[], patterns: readonly RegExp[]): RegExp | undefined {
  let from = 0;
  for (const pattern of patterns) {
    const at = messages.findIndex((message, index) => index >= from && pattern.test(message));
    if (at < 0) return pattern;
    from = at + 1;
  }
  return undefined;
}
