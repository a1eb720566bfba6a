import type { FactSign, LogSign } from '../../../model/failure-mode';

export const noMechanism = '535 5.7.8 Error: authentication failed: no mechanism available';

export const notFound = (mechanisms: string, example: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(`^warning: SASL authentication failure: Couldn't find mech (?:${mechanisms})$`, 'i'),
  specimen: `postfix/submission/smtpd[1253]: warning: SASL authentication failure: Couldn't find mech ${example}`,
  strength,
});

export const notAvailable: LogSign = {
  pattern: /^warning: \S+: SASL \S+ authentication failed: no mechanism available(?:, sasl_username=.*)?$/,
  specimen:
    'postfix/submission/smtpd[1253]: warning: client.outside.example[198.51.100.7]: SASL LOGIN authentication failed: no mechanism available, sasl_username=(unavailable)',
  strength: 'accompanies',
};

export const refusedWith = (mechanisms: string, example: string): LogSign => ({
  pattern: new RegExp(
    `^warning: \\S+: SASL (?:${mechanisms}) authentication failed: authentication failure(?:, sasl_username=.*)?$`,
  ),
  specimen: `postfix/submission/smtpd[2160]: warning: client.outside.example[198.51.100.7]: SASL ${example} authentication failed: authentication failure, sasl_username=alice@example.test`,
  strength: 'suggests',
});

export const noAuxprops: LogSign = {
  pattern:
    /^warning: SASL authentication failure: (?:unable to canonify user and get auxprops|no secret in database|no user in db|user not found: no secret in database)$/,
  specimen:
    'postfix/submission/smtpd[1387]: warning: SASL authentication failure: unable to canonify user and get auxprops',
  strength: 'accompanies',
};

/** Mechanisms that need the password itself look where auxprop_plugin says, whoever checks the passwords of the others. */
export const onlySaslauthd: FactSign = {
  words: 'pwcheck_method of smtpd.conf is saslauthd, and auxprop_plugin names neither sql nor ldapdb',
  look: 'grep -E "^(pwcheck_method|auxprop_plugin)" /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf',
  holds: ({ smtpdConf }) =>
    smtpdConf &&
    smtpdConf.get('pwcheck_method')?.value === 'saslauthd' &&
    !/\b(?:sql|ldapdb)\b/i.test(smtpdConf.get('auxprop_plugin')?.value ?? ''),
};

export const withoutSasldb = `saslpasswd2 -d -u example.test alice`;

export const mechList = (list: string) => `sed -i 's/^mech_list:.*/mech_list: ${list}/' /etc/sasl2/smtpd.conf`;

export const optionsManual = 'https://www.cyrusimap.org/sasl/sasl/options.html';
