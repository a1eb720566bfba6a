import type { LogSign } from '../../../model/failure-mode';

/** The session as Sendmail shows it in a bounce or with -v: the next server wants a login, and none was tried or could be. */
export const quotedDemandForLogin: LogSign = {
  pattern: /(?<![=:] ?)<<< 5[35]0[ -](?:5\.\d+\.\d+ )?[Aa]uthentication (?:is )?[Rr]equired/,
  specimen: '<<< 530-5.5.1 Authentication Required. Learn more at',
  strength: 'suggests',
  alternative: true,
};
