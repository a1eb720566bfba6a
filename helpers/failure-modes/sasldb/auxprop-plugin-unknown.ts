import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { saslOption } from '../shared/facts';
import { loginBroke, notVerified } from '../shared/sasl-files';
import { plugInPresent } from '../shared/sasl-mechanisms';
import { noAuxprop, noMechanism, noticedBy } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/auxprop-plugin-unknown',
  kind: 'fault',
  title: 'auxprop_plugin, or canon_user_plugin, names a plug-in that is not installed',
  cause:
    'smtpd.conf asks for the passwords of a database (`sql`, often misspelt `mysql`, or `ldapdb`) whose plug-in is in a ' +
    'package of its own. SASL has no plug-in left to ask, and the log blames the verifier `auxprop` for it.',
  symptoms: {
    log: [
      noAuxprop,
      notVerified,
      loginBroke,
      {
        pattern: /^warning: SASL authentication (?:problem|failure): desired canon_user plugin \S+ not found$/,
        specimen: 'postfix/smtpd[12]: warning: SASL authentication failure: desired canon_user plugin ldapdb not found',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [
      saslOption('auxprop_plugin', /^(?!.*\bsasldb\b)./, 'auxprop_plugin is set, and not to sasldb'),
      plugInPresent(['sasldb'], 'libsasldb.so is there'),
    ],
    client: noMechanism,
  },
  repair: {
    words: 'Correct the name, or install the package (libsasl2-modules-sql, cyrus-sasl-sql), and restart Postfix.',
    commands: [
      "sed -i 's/^auxprop_plugin:.*/auxprop_plugin: sasldb/' /etc/sasl2/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "printf 'pwcheck_method: auxprop\\nauxprop_plugin: mysql\\n' >/etc/sasl2/smtpd.conf",
    provoke: [loginOnly()],
    repair: "sed -i 's/^auxprop_plugin:.*/auxprop_plugin: sasldb/' /etc/sasl2/smtpd.conf",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/SASL_README.html#auxprop_sql'],
};
