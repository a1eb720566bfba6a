import type { LogSign } from '../../../model/failure-mode';
import { programOf } from '../../../postfix/log-lines';

/** smtpd says so of whatever it connects to by name: a milter, a policy server, Dovecot. */
export const nameOfServerNotFound: LogSign = {
  pattern: /^(?:warning|fatal): host(?: or |\/)service \S+ not found: /,
  specimen: 'postfix/smtpd[1633]: warning: host or service rspamd:11332 not found: Name or service not known',
  strength: 'suggests',
  program: programOf('(?:smtpd|cleanup)'),
};
