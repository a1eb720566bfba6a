import type { FailureMode } from '../../model/failure-mode';
import { running, saslOption } from '../shared/facts';
import { asksSaslauthdStartedByHand, loginOfUser, restarted } from '../shared/saslauthd';
import { absentSocket } from './shared/socket';

export const mode: FailureMode = {
  id: 'saslauthd/asked-in-vain',
  kind: 'fault',
  title: 'pwcheck_method asks a saslauthd that does not run before it looks into sasldb2',
  cause:
    'pwcheck_method names several methods, and they are tried in turn. saslauthd can’t be reached, the next one lets ' +
    'the user in. Logins work, so the warning is not why one fails; but users whom only saslauthd knows stay outside, ' +
    'and a password is good when either side takes it.',
  symptoms: {
    log: [absentSocket],
    facts: [
      saslOption(
        'pwcheck_method',
        /\bsaslauthd\s+\S|\S\s+saslauthd\b/,
        'pwcheck_method names saslauthd and another method',
      ),
      running('saslauthd', false),
    ],
    client: '235 2.7.0 Authentication successful',
  },
  repair: {
    words: 'Name the one method that is meant.',
    commands: [
      "sed -i 's/^pwcheck_method:.*/pwcheck_method: auxprop/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `${asksSaslauthdStartedByHand}
sed -i 's/^pwcheck_method:.*/pwcheck_method: saslauthd auxprop/' /etc/sasl2/smtpd.conf`,
    provoke: [loginOfUser],
    repair: `sed -i 's/^pwcheck_method:.*/pwcheck_method: auxprop/' /etc/sasl2/smtpd.conf
${restarted}`,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.cyrusimap.org/sasl/sasl/options.html'],
};
