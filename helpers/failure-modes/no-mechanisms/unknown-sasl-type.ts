import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { throttled } from '../shared/log-signs';
import { diedAtStart, silence } from '../shared/sasl-mechanisms';
import { manual, noticedBy } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/unknown-sasl-type',
  kind: 'fault',
  title: 'smtpd_sasl_type names a SASL that this Postfix does not have',
  cause:
    'The type is `cyrus` or `dovecot`, and of these only what the package was built with. Typing errors, the name of a ' +
    'daemon such as `saslauthd` (which belongs in smtpd.conf, as pwcheck_method), or a build without Cyrus make smtpd ' +
    'end before it accepts a connection.',
  symptoms: {
    log: [
      {
        pattern: /^warning: unsupported SASL server implementation: /,
        specimen: 'postfix/smtpd[142]: warning: unsupported SASL server implementation: saslauthd',
        strength: 'names',
      },
      diedAtStart,
      throttled,
    ],
    facts: [],
    client: silence,
  },
  repair: {
    words: 'Use one of the types that `postconf -a` lists, and restart Postfix.',
    commands: ['postconf -a', 'postconf -e smtpd_sasl_type=cyrus', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_sasl_type=saslauthd',
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_type=cyrus',
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [`${manual}#smtpd_sasl_type`],
};
