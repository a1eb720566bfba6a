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
