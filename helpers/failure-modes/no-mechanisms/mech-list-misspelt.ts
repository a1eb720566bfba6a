import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { droppedWithoutGreeting, mechListFact, plugInOf } from '../shared/sasl-mechanisms';
import { emptyList, noticedBy, saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/mech-list-misspelt',
  kind: 'fault',
  title: 'mech_list has only names that no mechanism has',
  cause:
    'Names in mech_list that match no plug-in are passed over without a word. When none is left, as after `plian` or ' +
    '`plaintext`, SASL has nothing to offer and smtpd ends. The log is the same as with missing plug-ins: only a ' +
    'comparison of mech_list with the plug-in files tells. One right name is enough to hide the wrong ones.',
  symptoms: {
    log: emptyList,
    facts: [
      mechListFact('mech_list is set, and no word of it is a mechanism', (list) => {
        return list.length > 0 && list.every((word) => plugInOf(word) === undefined && !/[,;]/.test(word));
      }),
    ],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Write the names as `saslpluginviewer -s` prints them, in any letter case, and restart Postfix.',
    commands: [
      "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "printf 'pwcheck_method: auxprop\\nmech_list: plian lgoin\\n' >/etc/sasl2/smtpd.conf",
    provoke: [mailOfUser],
    repair: "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
