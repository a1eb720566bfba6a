import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { droppedWithoutGreeting, mechListFact, plugInOf } from '../shared/sasl-mechanisms';
import { emptyList, noticedBy, saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/mech-list-with-commas',
  kind: 'fault',
  title: 'mech_list is one long word, its names joined by commas',
  cause:
    'main.cf takes commas between the words of a list, smtpd.conf does not: it separates by white space only. ' +
    '`plain,login` is therefore the name of one mechanism, which does not exist, and the list of mechanisms is empty. ' +
    'Semicolons do the same harm.',
  symptoms: {
    log: emptyList,
    facts: [
      mechListFact('mech_list has commas or semicolons, and no word of it is a mechanism', (list) => {
        return list.some((word) => /[,;]/.test(word)) && list.every((word) => plugInOf(word) === undefined);
      }),
    ],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Put blanks between the names and restart Postfix.',
    commands: [
      "sed -i '/^mech_list:/s/[,;]/ /g' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "printf 'pwcheck_method: auxprop\\nmech_list: plain,login\\n' >/etc/sasl2/smtpd.conf",
    provoke: [mailOfUser],
    repair: "sed -i '/^mech_list:/s/[,;]/ /g' /etc/sasl2/smtpd.conf",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
