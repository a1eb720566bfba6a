import type { LogSign } from '../../../model/failure-mode';

/** What imap tells a client for whom it can not begin after the login; its own log says why. */
export const internalErrorAfterLogin: LogSign = {
  pattern: /\bNO \[UNAVAILABLE\] Internal error occurred/,
  specimen: 'imap-check[9]: a1 NO [UNAVAILABLE] Internal error occurred. Refer to server log for more information.',
  strength: 'suggests',
  alternative: true,
};

/** The password was right, and the user’s own data could not be had: Dovecot’s services but auth say no more. */
export const internalFailure: LogSign = {
  pattern:
    /Internal login failure \(pid=\d+ id=\d+\) \(internal failure, [1-9]\d* successful auths\)|: (?:pop3|imap|lmtp|submission|managesieve): Error: Internal auth failure \(client-pid=/,
  specimen:
    'dovecot: pop3-login: Internal login failure (pid=53414 id=1) (internal failure, 1 successful auths): user=<alice@example.test>, method=PLAIN',
  strength: 'accompanies',
  alternative: true,
};
