import type { LogSign } from '../../model/failure-mode';

/** A port is given by a name that an older system does not know, or there is no /etc/services, as in a chroot. */
export const portNameUnknown: LogSign = {
  pattern: /^fatal: unknown service: (?:submissions?|smtps|ssmtp|urd)\/tcp$/,
  specimen: 'postfix/smtp[9]: fatal: unknown service: submission/tcp',
  strength: 'suggests',
  program: /^\S+\/(?:smtp|lmtp)$/,
  alternative: true,
};
