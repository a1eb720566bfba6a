import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { throttled } from '../shared/log-signs';
import { droppedWithoutGreeting } from '../shared/sasl-mechanisms';
import { manual, noticedBy } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/mechanism-filter',
  kind: 'fault',
  title: 'smtpd_sasl_mechanism_filter lets no mechanism through',
  cause:
    'The filter is applied to what SASL offers, and smtpd says that it has discarded everything and ends. A common way ' +
    'is a list of names with `!` and nothing at its end: what matches no entry is discarded too.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: smtpd_sasl_mechanism_filter discards all mechanisms in '/,
        specimen: "postfix/smtpd[3751]: fatal: smtpd_sasl_mechanism_filter discards all mechanisms in 'PLAIN LOGIN'",
        strength: 'names',
      },
      throttled,
    ],
    facts: [],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Let the filter end with `static:rest`, or go back to the default.',
    commands: ["postconf -e 'smtpd_sasl_mechanism_filter=!external, static:rest'", 'systemctl restart postfix'],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_sasl_mechanism_filter=!external, !anonymous'",
    provoke: [mailOfUser],
    repair: "postconf -e 'smtpd_sasl_mechanism_filter=!external, static:rest'",
    toldBy: 'log',
  },
  versions: { from: '3.6' },
  noticedBy,
  references: [`${manual}#smtpd_sasl_mechanism_filter`],
};
