import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { noticedBy, password, plainSmarthost, queued } from './shared/smarthost';
import { loginTried, noMechanism, noWorthyMechs, plaintextForbidden, readme } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/plaintext-forbidden',
  kind: 'fault',
  title: 'smtp_sasl_security_options forbids the only mechanisms of the smarthost',
  cause:
    'By default Postfix as a client sends no password in plain text (noplaintext), and most smarthosts offer PLAIN ' +
    'and LOGIN only. Inside TLS smtp_sasl_tls_security_options counts, which has the same value unless it is set. ' +
    'All mail stays in the queue.',
  symptoms: {
    log: [noWorthyMechs, noMechanism],
    facts: [plaintextForbidden, loginTried],
    client: queued,
  },
  repair: {
    words: 'Allow plain text, and make TLS a must so that nobody reads it.',
    commands: [
      'postconf -e smtp_sasl_security_options=noanonymous smtp_tls_security_level=encrypt',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${plainSmarthost}
${password}
postconf -X smtp_sasl_security_options`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_sasl_security_options=noanonymous',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [readme, 'https://github.com/bokysan/docker-postfix/issues/12'],
};
