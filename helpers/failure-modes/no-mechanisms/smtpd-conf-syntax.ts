import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { throttled } from '../shared/log-signs';
import { diedAtStart, silence } from '../shared/sasl-mechanisms';
import { noticedBy, saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/smtpd-conf-syntax',
  kind: 'fault',
  title: 'smtpd.conf has a line that SASL can not read',
  cause:
    'Every line of smtpd.conf is `key: value`, beginning with an ASCII letter. `key = value` as in main.cf, a line ' +
    'without a colon, `mech_list:` without a value, or a full-width space from a web page at its beginning make SASL ' +
    'refuse the whole file, and smtpd ends before it accepts a connection. SASL before 2.1.27 says `generic failure`, ' +
    'later ones give the reason; neither says which line.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: SASL per-process initialization failed: (?:error when parsing configuration file|generic failure)$/,
        specimen:
          'postfix/smtpd[507]: warning: SASL per-process initialization failed: error when parsing configuration file',
        strength: 'names',
      },
      diedAtStart,
      throttled,
    ],
    facts: [],
    client: silence,
  },
  repair: {
    words: 'Find the lines that are not `key: value`, write them so, and restart Postfix.',
    commands: [
      "grep -vnE '^([A-Za-z][A-Za-z0-9_-]*:[[:space:]]*[^[:space:]]|#|[[:space:]]*$)' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      "sed -i 's/^\\([a-z_]*\\) *= */\\1: /' /etc/sasl2/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "printf 'pwcheck_method = auxprop\\nmech_list = plain login\\n' >/etc/sasl2/smtpd.conf",
    provoke: [mailOfUser],
    repair: "sed -i 's/^\\([a-z_]*\\) *= */\\1: /' /etc/sasl2/smtpd.conf",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
