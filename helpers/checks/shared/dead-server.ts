import { messages } from '../../maillog/no-mechanisms';
import type { Finding } from '../../model/verdict';

/** What a program of the server said last when it died, such as `fatal: no SASL authentication mechanisms`. */
export function lastWords(log: readonly string[]): string | undefined {
  return messages(log).findLast((message) => message.startsWith('fatal: '));
}

/** A finding of who got no reply, with what the log says of it: else one that died looks like one that is not there. */
export function withLastWords(finding: Finding, log: readonly string[]): Finding {
  const words = lastWords(log);
  return finding.ok || words === undefined ? finding : { ...finding, saw: `${finding.saw}; the log: ${words}` };
}
