import type { LogSign } from '../../../model/failure-mode';

/** Postfix has tried whether its resolver checks DNSSEC; the next line says what came of it. */
export const dnssecUnavailable: LogSign = {
  pattern: /DNSSEC validation may be unavailable/,
  specimen: 'postfix/smtp[961]: warning: DNSSEC validation may be unavailable',
  strength: 'suggests',
};
