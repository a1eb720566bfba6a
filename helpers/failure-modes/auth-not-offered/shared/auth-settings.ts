import type { LogSign } from '../../../model/failure-mode';
import { type Settings, smtpdSetting } from '../../shared/service-settings';

export const discarding: LogSign = {
  pattern: /^discarding EHLO keywords: (?:.* )?(?:AUTH|STARTTLS)\b/,
  specimen: 'postfix/submission/smtpd[2207]: discarding EHLO keywords: AUTH STARTTLS',
  strength: 'suggests',
};

export const enables = (get: Settings) => get('smtpd_sasl_auth_enable') === 'yes';

export const enableLook = 'postconf -h smtpd_sasl_auth_enable; postconf -P | grep smtpd_sasl_auth_enable';

export const someEnables = smtpdSetting('smtpd_sasl_auth_enable is yes for some smtpd', enableLook, enables);

export const tlsLook = 'postconf smtpd_tls_auth_only smtpd_tls_security_level; postconf -P | grep smtpd_tls_';
