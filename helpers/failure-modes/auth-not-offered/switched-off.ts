import type { FactSign, FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { isForUsers, noSmtpdSetting } from '../shared/service-settings';
import { enableLook, enables } from './shared/auth-settings';
import { manual, notEnabled, refusedInClear, restart, triesToLogIn, usable587 } from './shared/refused-logins';

const noneEnables = noSmtpdSetting('smtpd_sasl_auth_enable is yes for no smtpd', enableLook, enables);

/** Without this a server has no AUTH because it needs none: smtpd_relay_restrictions speaks of logins by default. */
const loginsAreMeant: FactSign = {
  words:
    'users are meant to log in: a service for them, another parameter of SASL, or permit_sasl_authenticated says so',
  look: 'postconf -n | grep sasl; postconf -M | grep -E "^(submissions?|smtps|587|465)"',
  holds: ({ mainCf, masterCf }) =>
    mainCf &&
    (masterCf?.some(isForUsers) === true ||
      [...mainCf].some(
        ([name, { value }]) =>
          /^(?:smtpd_sasl_(?!auth_enable)|broken_sasl_)/.test(name) ||
          (name !== 'smtpd_relay_restrictions' && value.includes('permit_sasl_authenticated')),
      )),
};

export const mode: FailureMode = {
  id: 'auth-not-offered/switched-off',
  kind: 'fault',
  title: 'AUTH is switched off on every port',
  cause:
    'smtpd_sasl_auth_enable is no by default, and neither main.cf nor any service of master.cf says yes: the line is ' +
    'missing, misspelt or commented out. However well SASL is set up, smtpd never asks it.',
  symptoms: {
    log: [{ ...refusedInClear, strength: 'accompanies' }],
    facts: [alone(noneEnables), loginsAreMeant],
    client: notEnabled,
  },
  repair: {
    words: 'Switch it on, for all ports or for those of the users alone.',
    commands: ['postconf -e smtpd_sasl_auth_enable=yes', restart],
  },
  reproduction: {
    inject: 'postconf -X smtpd_sasl_auth_enable',
    provoke: triesToLogIn(587),
    repair: 'postconf -e smtpd_sasl_auth_enable=yes',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: usable587,
  references: [manual('smtpd_sasl_auth_enable'), 'https://github.com/antespi/docker-imap-devel/issues/6'],
};
