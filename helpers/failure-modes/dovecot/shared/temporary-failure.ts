import type { LogSign } from '../../../model/failure-mode';

/** A login ends, as auth could not tell: its database, PAM or a worker of its own has said why, elsewhere. */
export const temporaryFailure: LogSign = {
  pattern: /-login: .*\(auth service reported temporary failure\)/,
  specimen:
    'dovecot: imap-login: Aborted login (auth service reported temporary failure): user=<alice>, method=PLAIN, rip=203.0.113.9, lip=192.0.2.1, TLS',
  strength: 'suggests',
  alternative: true,
};
