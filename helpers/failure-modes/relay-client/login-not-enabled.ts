import type { FactSign, FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { toSee } from '../shared/facts';
import { noticedBy, password, relayhostSet, smarthost } from './shared/smarthost';
import { loginOn, readme, refusedBySmarthost } from './shared/smarthost-logins';

function not(fact: FactSign): FactSign['holds'] {
  return (facts) => {
    const holds = fact.holds(facts);
    return holds === undefined ? undefined : !holds;
  };
}

export const mode: FailureMode = {
  id: 'relay-client/login-not-enabled',
  kind: 'fault',
  title: 'relayhost is set, but smtp_sasl_auth_enable is not',
  cause:
    'The password is in its table, but Postfix as a client logs in only with smtp_sasl_auth_enable = yes. ' +
    'smtpd_sasl_auth_enable, one letter longer, is the server’s side. The smarthost takes the mail for a stranger’s.',
  symptoms: {
    log: [refusedBySmarthost],
    facts: [
      relayhostSet,
      toSee(
        'relayhost is the server that is to take this mail, for those who log in',
        'postconf -h relayhost; nc mail.example.test 587',
      ),
      { ...loginOn, words: 'smtp_sasl_auth_enable is no, as it is by default', holds: not(loginOn) },
    ],
    client: 'A bounce: 554 5.7.1 Relay access denied, or 530 5.7.0 Authentication required, said by the smarthost',
  },
  repair: {
    words: 'Switch it on.',
    commands: ['postconf -e smtp_sasl_auth_enable=yes', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
postconf -X smtp_sasl_auth_enable`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_sasl_auth_enable=yes',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [readme],
};
