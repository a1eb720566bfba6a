import type { LogSign } from '../../../model/failure-mode';

/** Courier’s other servers say the same whether the password is wrong or nobody could be asked. */
export const loginFailed: LogSign = {
  pattern: /\bLOGIN FAILED, (?:user|method)=/,
  specimen: 'imapd: LOGIN FAILED, user=alice@example.test, ip=[::ffff:198.51.100.7]',
  strength: 'accompanies',
  alternative: true,
};

/** authdaemond has answered that it could not ask: of its own socket these servers name another error. */
export const couldNotAsk: LogSign = {
  pattern: /authentication error: Input\/output error/,
  specimen: 'imapd-ssl: authentication error: Input/output error',
  strength: 'suggests',
  alternative: true,
};

/** With LDAP_AUTHBIND authldap binds as the user, whose password may be wrong; else as LDAP_BINDDN, whose is. */
export const bindFailed: LogSign = {
  pattern: /^(?:authdaemond: )?ldap_\w*bind\w* failed: Invalid credentials/,
  specimen: 'authdaemond: ldap_sasl_bind_s failed: Invalid credentials',
  strength: 'suggests',
  program: /^authdaemond?$/,
  alternative: true,
};
