import type { FailureMode } from '../../model/failure-mode';
import { throttled } from '../shared/log-signs';
import { masterManual, strayWords } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/spaces-in-option',
  kind: 'fault',
  title: 'a service of master.cf has a word too many, most often since an option has a space in its value',
  cause:
    'The arguments in master.cf are split at spaces. In `-o smtpd_client_restrictions=permit_sasl_authenticated, ' +
    'reject` the word `reject` is an argument of its own, which smtpd does not know: it ends before it greets ' +
    'anyone. A remark behind the options does the same. Only this port is silent; the others work.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: unexpected command-line argument: /,
        specimen: 'postfix/smtpd[1248]: fatal: unexpected command-line argument: reject',
        strength: 'names',
      },
      throttled,
    ],
    facts: [strayWords],
    client: 'No greeting on that port: the connection stays silent.',
  },
  repair: {
    words: 'Write the value without spaces; from Postfix 3.0 on also -o { name = value }.',
    commands: [
      'postconf -P submission/inet/smtpd_client_restrictions=permit_sasl_authenticated,reject',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `sed -i 's/^submission .*/&\\n  -o smtpd_client_restrictions=permit_sasl_authenticated, reject/' /etc/postfix/master.cf`,
    provoke: [{ kind: 'lines', lines: [] }],
    repair: `sed -i 's/permit_sasl_authenticated, reject/permit_sasl_authenticated,reject/' /etc/postfix/master.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [masterManual],
};
