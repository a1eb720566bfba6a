import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { loginBroke, notVerified } from '../shared/sasl-files';
import { noMechanism, noticedBy } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/unknown-verifier',
  kind: 'fault',
  title: 'pwcheck_method names no way to check a password that this SASL knows',
  cause:
    'The methods are `auxprop` (sasldb2 and databases) and `saslauthd`, where SASL was built with it. `sasldb`, `pam`, `shadow` or `mysql` are what stands behind these, and no methods; and two methods are separated by a blank, not by a comma. smtpd starts and offers AUTH, and every PLAIN and LOGIN fails; CRAM-MD5, which has no use for a method, may still work. A plug-in that auxprop lacks is told in much the same words.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: SASL authentication (?:problem|failure): unknown password verifier(?:(?:\(s\))? (?!(?:(?:saslauthd|pwcheck|authdaemond) )*auxprop$).+)?$/,
        specimen: 'postfix/smtpd[3020]: warning: SASL authentication problem: unknown password verifier(s) sasldb',
        strength: 'names',
      },
      notVerified,
      loginBroke,
      {
        pattern: /^warning: SASL authentication (?:problem|failure): no plaintext password verifier\?$/,
        specimen: 'postfix/smtpd[12]: warning: SASL authentication problem: no plaintext password verifier?',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: noMechanism,
  },
  repair: {
    words: 'Write `auxprop` for sasldb2, or `saslauthd` for system accounts, and restart Postfix.',
    commands: [
      "sed -i 's/^pwcheck_method:.*/pwcheck_method: auxprop/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "echo 'pwcheck_method: sasldb' >/etc/sasl2/smtpd.conf",
    provoke: [loginOnly()],
    repair: "sed -i 's/^pwcheck_method:.*/pwcheck_method: auxprop/' /etc/sasl2/smtpd.conf",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/SASL_README.html#server_cyrus_comm'],
};
