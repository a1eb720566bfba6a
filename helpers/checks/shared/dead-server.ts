import { isThrottled, messages } from '../../maillog/no-mechanisms';
import type { Finding } from '../../model/verdict';

/** What a program of the server said last when it died, such as `fatal: no SASL authentication mechanisms`. */
export function lastWords(log: readonly string[]): string | undefined {
  return messages(log).findLast((message) => message.startsWith('fatal: '));
}

/**
 * A finding of who got no reply, behind what the log says of it: silence alone may be of a server that is slow, or of none at all.
 */
export function withLastWords(finding: Finding, log: readonly string[]): Finding {
  const words = lastWords(log) ?? (isThrottled(log) ? 'master holds the service back' : undefined);
  return finding.ok || words === undefined ? finding : { ...finding, saw: `${words}; the client: ${finding.saw}` };
}
