import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { droppedWithoutGreeting, mechListFact } from '../shared/sasl-mechanisms';
import { noticedBy, saslReadme } from './shared/end-of-smtpd';
import { bare, filtered } from './shared/filtered-mechanisms';

export const mode: FailureMode = {
  id: 'no-mechanisms/mech-list-external-only',
  kind: 'fault',
  title: 'mech_list names only EXTERNAL or ANONYMOUS',
  cause:
    'EXTERNAL needs an identity that smtpd does not hand to Cyrus SASL, and ANONYMOUS is what `noanonymous` is ' +
    'against. Both are known to SASL, so its list is not empty, but nothing of it remains for a client.',
  symptoms: {
    log: filtered,
    facts: [
      mechListFact('mech_list has only EXTERNAL and ANONYMOUS', (list) => {
        return list.length > 0 && list.every((word) => bare.test(word.toUpperCase()));
      }),
    ],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Name mechanisms that take a password, and restart Postfix.',
    commands: [
      "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "printf 'pwcheck_method: auxprop\\nmech_list: external\\n' >/etc/sasl2/smtpd.conf",
    provoke: [mailOfUser],
    repair: "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://www.rfc-editor.org/rfc/rfc4422#appendix-A', saslReadme],
};
