import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/restriction-behind-refusal',
  kind: 'noise',

  title: 'a list goes on behind a word that ends it',
  cause:
    'Behind reject, reject_unauth_destination in a list that has nothing more to permit, or permit, nothing is reached. Postfix says what it ignores.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: restriction [`'"](?!permit_sasl_authenticated['"] after .(?!permit['"])|_|(?:reject|defer)_unauth_destination['"] after .permit['"])\S+' after .\S+' is ignored$/,
        specimen: "postfix/smtpd[9]: warning: restriction `check_policy_service' after `reject' is ignored",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, unless the ignored word is permit_sasl_authenticated: 554 5.7.1 Relay access denied',
  },
  repair: {
    words: 'Move what matters before it, and take the rest away.',
    commands: ['postconf -n | grep _restrictions'],
  },
  reproduction: {
    inject: `postconf -e 'smtpd_data_restrictions = permit, reject_unauth_pipelining'`,
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_data_restrictions',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#lists'],
};
