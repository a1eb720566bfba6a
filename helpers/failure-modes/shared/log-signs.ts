import type { LogSign } from '../../model/failure-mode';
import { noMechanisms, processExited, serviceThrottled, smtpdProgram } from '../../postfix/log-lines';

/**
 * Whatever reply begins a refusal of smtpd: soft_bounce makes each one a 4xx, the codes are parameters (reject_code,
 * relay_domains_reject_code, …), and before Postfix 2.3 there were no enhanced status codes.
 */
export const refusal = '[45]\\d\\d (?:[45]\\.\\d+\\.\\d+ )?';

/** A reject line of smtpd whose text, behind client and reply, is like that. */
export function rejects(text: RegExp, specimen: string, strength: LogSign['strength']): LogSign {
  return {
    pattern: new RegExp(`^\\w+: reject: [A-Z]+ from \\S+: ${refusal}${text.source}`),
    specimen,
    strength,
    program: smtpdProgram,
  };
}

/** smtpd says that it has no mechanism to offer, and ends: the line before it tells why. */
export const died: LogSign = {
  pattern: noMechanisms,
  specimen: 'postfix/smtpd[279]: fatal: no SASL authentication mechanisms',
  strength: 'accompanies',
};

// The services that speak SMTP with clients: another one that ends, such as smtp, is no matter of a login.
const servesClients = '\\S*/(?:smtpd|postscreen|tlsproxy)';

/** Master sees a service end, and holds one back that keeps dying: clients wait in silence for up to a minute. */
export const throttled: LogSign = {
  pattern: new RegExp(`${serviceThrottled(servesClients).source}|${processExited(servesClients).source}`),
  specimen: 'postfix/master[275]: warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling',
  strength: 'accompanies',
};

/** smtpd says how a session ended that had tried to log in; Postfix 3.10 says first which mail it was in, 3.7 does not. */
export const endedAfterAuth = (how: string): LogSign => ({
  pattern: new RegExp(`^(?:\\w+: )?${how} after AUTH from \\S+$`),
  specimen: `postfix/submission/smtpd[632]: ${how} after AUTH from client.outside.example[198.51.100.7]`,
  strength: 'names',
});
