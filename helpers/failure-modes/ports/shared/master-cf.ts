import type { FactSign, LogSign } from '../../../model/failure-mode';
import { programOf } from '../../../postfix/log-lines';
import { smtpdSetting } from '../../shared/service-settings';

export const masterManual = 'https://www.postfix.org/master.5.html';

export const master = (pattern: RegExp, specimen: string): LogSign => ({
  pattern,
  specimen: `postfix/master[275]: ${specimen}`,
  strength: 'names',
  program: programOf('master'),
});

export const strayWords: FactSign = {
  words: 'a service of master.cf has words that are neither options nor their values',
  look: 'postconf -M; postconf -P',
  holds: ({ masterCf }) => masterCf?.some(({ strays }) => strays.length > 0),
};

/** A server that only hands on the mail of its own machine, or only takes mail for its domain, is meant to be as it is. */
export const forUsers = smtpdSetting(
  'users are to log in: smtpd_sasl_auth_enable is yes',
  'postconf -h smtpd_sasl_auth_enable; postconf -P | grep smtpd_sasl_auth_enable',
  (get) => get('smtpd_sasl_auth_enable') === 'yes',
);
