import { fromSaslauthd, refusedByBackEnd } from '../../shared/saslauthd';

export const pamSaidNo = refusedByBackEnd(
  /\[user=[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] (?:\[remote=[^\]]*\] )?\[mech=pam\] \[reason=PAM auth error\]$/,
  '[user=alice] [service=smtp] [realm=example.test] [mech=pam] [reason=PAM auth error]',
  'accompanies',
);

export const pamFailed = fromSaslauthd(
  /^DEBUG: auth_pam: pam_authenticate failed: Authentication failure$/,
  'DEBUG: auth_pam: pam_authenticate failed: Authentication failure',
  'suggests',
);
