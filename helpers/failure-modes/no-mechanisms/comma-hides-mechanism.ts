import type { FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { mechListFact, plugInOf } from '../shared/sasl-mechanisms';
import { saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/comma-hides-mechanism',
  kind: 'fault',
  title: 'a comma in mech_list hides one of its mechanisms',
  cause:
    'smtpd.conf separates names by white space only, so `plain, login` asks for a mechanism `plain,` that does not ' +
    'exist, and for `login`. The server starts and looks well, and clients that use LOGIN get in; those that know ' +
    'PLAIN alone do not.',
  symptoms: {
    log: [
      {
        pattern: /^warning: SASL authentication failure: Couldn't find mech \S+$/,
        specimen: "postfix/submission/smtpd[157]: warning: SASL authentication failure: Couldn't find mech PLAIN",
        strength: 'accompanies',
      },
    ],
    facts: [
      alone(
        mechListFact('mech_list has a name with a comma or semicolon beside good ones', (list) => {
          return list.some((word) => /[,;]/.test(word)) && list.some((word) => plugInOf(word) !== undefined);
        }),
      ),
    ],
    client:
      'AUTH lacks a mechanism that mech_list has; `535 5.7.8 Error: authentication failed: no mechanism available`.',
  },
  repair: {
    words: 'Put blanks between the names and restart Postfix.',
    commands: [
      "sed -i '/^mech_list:/s/[,;]/ /g' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "printf 'pwcheck_method: auxprop\\nmech_list: plain, login\\n' >/etc/sasl2/smtpd.conf",
    provoke: [],
    repair: "sed -i '/^mech_list:/s/[,;]/ /g' /etc/sasl2/smtpd.conf",
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [saslReadme],
};
