import type { LogSign } from '../../../model/failure-mode';
import { saslOption } from '../../shared/facts';

/** A digest that is not that of the stored password, whichever of the two is not what it should be. */
export const answersOtherwise: LogSign = {
  pattern:
    /^warning: SASL authentication failure: (?:incorrect digest response|client response doesn't match what we generated(?: \(tried bogus\))?|StoredKey mismatch)$/,
  specimen: 'postfix/smtpd[1117]: warning: SASL authentication failure: incorrect digest response',
  strength: 'names',
};

export const asksSql = saslOption('auxprop_plugin', /\bsql\b/i, 'auxprop_plugin is sql', 'sasldb');
