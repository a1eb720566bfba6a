import type { LogSign } from '../../model/failure-mode';

/** A reject line of smtpd whose text, behind the client, is like that. */
export function rejects(text: RegExp, specimen: string, strength: LogSign['strength']): LogSign {
  return {
    pattern: new RegExp(`^\\w+: reject: RCPT from \\S+: ${text.source}`),
    specimen,
    strength,
    program: postfixSmtpd,
  };
}

/** smtpd under the names that services of master.cf give it, such as `postfix/submission/smtpd`. */
export const postfixSmtpd = /^postfix\S*\/smtpd$/;

/** smtpd says that it has no mechanism to offer, and ends: the line before it tells why. */
export const died: LogSign = {
  pattern: /^fatal: no SASL authentication mechanisms$/,
  specimen: 'postfix/smtpd[279]: fatal: no SASL authentication mechanisms',
  strength: 'accompanies',
};

/** Master sees a service end, and holds one back that keeps dying: clients wait in silence for up to a minute. */
export const throttled: LogSign = {
  pattern:
    /^warning: (?:\S*\/(?:smtpd|postscreen|tlsproxy): bad command startup -- throttling|process \S*\/(?:smtpd|postscreen|tlsproxy) pid \d+ exit status \d+)$/,
  specimen: 'postfix/master[275]: warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling',
  strength: 'accompanies',
};

/** smtpd says how a session ended that had tried to log in; Postfix 3.10 says first which mail it was in, 3.7 does not. */
export const endedAfterAuth = (how: string): LogSign => ({
  pattern: new RegExp(`^(?:\\w+: )?${how} after AUTH from \\S+$`),
  specimen: `postfix/submission/smtpd[632]: ${how} after AUTH from client.outside.example[198.51.100.7]`,
  strength: 'names',
});
