import type { FactSign, LogSign } from '../../../model/failure-mode';
import * as anyVerifier from '../../shared/saslauthd';

/**
 * What smtpd.conf does not rule out: it names another verifier, or none, which is auxprop. An empty one may be that of a server that
 * is not Postfix.
 */
const mayBeAsked: FactSign = {
  words: 'pwcheck_method is saslauthd, or not known',
  look: 'grep ^pwcheck_method /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf',
  holds: ({ smtpdConf }) =>
    !smtpdConf?.size || /\bsaslauthd\b/i.test(smtpdConf.get('pwcheck_method')?.value ?? 'auxprop'),
};

const whereAsked = (sign: LogSign): LogSign => ({ ...sign, onlyIf: mayBeAsked });

/** Lines of smtpd that any verifier makes it write, where it may be saslauthd; what saslauthd writes itself tells in any case. */
export const verificationFailed = whereAsked(anyVerifier.verificationFailed);
export const genericFailure = whereAsked(anyVerifier.genericFailure);
export const loginRefused = whereAsked(anyVerifier.loginRefused);
