import type { FailureMode } from '../../model/failure-mode';
import { throttled } from '../shared/log-signs';
import { masterManual, strayWords } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/spaces-around-equals-sign',
  kind: 'fault',
  title: 'an option of master.cf has no equals sign behind its name, most often since spaces stand around it',
  cause:
    'In main.cf `name = value` is right, in master.cf -o takes the next word whole: `-o smtpd_sasl_auth_enable = yes` ' +
    'gives it a name without a value. smtpd ends before it greets anyone, on this port only.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: invalid "-o [^"]+" option value: missing '=' after attribute name/,
        specimen:
          'postfix/smtpd[1369]: fatal: invalid "-o smtpd_sasl_auth_enable" option value: missing \'=\' after attribute name',
        strength: 'names',
      },
      throttled,
    ],
    facts: [strayWords],
    client: 'No greeting on that port: the connection stays silent.',
  },
  repair: {
    words: 'Write -o name=value without spaces; from Postfix 3.0 on also -o { name = value }.',
    commands: ['postconf -P submission/inet/smtpd_sasl_auth_enable=yes', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `sed -i 's/^submission .*/&\\n  -o smtpd_sasl_auth_enable = yes/' /etc/postfix/master.cf`,
    provoke: [{ kind: 'lines', lines: [] }],
    repair: `sed -i 's/smtpd_sasl_auth_enable = yes/smtpd_sasl_auth_enable=yes/' /etc/postfix/master.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [masterManual],
};
