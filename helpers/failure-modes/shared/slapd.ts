import type { LogSign } from '../../model/failure-mode';

/** OpenLDAP’s server: a search whose filter it can’t read, or that has none. */
export const slapdGetsNoFilter: LogSign = {
  pattern: /\bget_filter: unknown filter type=|\bDISCONNECT tag=120 err=2 text=decoding (?:attrs|filter) error/,
  specimen: 'slapd[9]: 616eba7c get_filter: unknown filter type=48',
  strength: 'suggests',
  alternative: true,
};

/** OpenLDAP’s server: a name and a password that don’t go together, of a user or of the service that searches (RFC 4511: 49, invalidCredentials). */
export const slapdRefusesBind: LogSign = {
  pattern: /\bconn=\d+ op=\d+ RESULT tag=97 err=49\b/,
  specimen: 'slapd[9]: conn=1659 op=0 RESULT tag=97 err=49 text=',
  strength: 'suggests',
  alternative: true,
};
