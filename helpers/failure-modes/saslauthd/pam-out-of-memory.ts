import type { FailureMode } from '../../model/failure-mode';
import { verificationFailed } from './shared/asked';
import { pamFailed, pamSaidNo } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/pam-out-of-memory',
  kind: 'fault',
  title: 'a PAM module gets no more memory in saslauthd, and nobody can log in until it is restarted',
  cause:
    'saslauthd’s processes live on from login to login, and a PAM module leaks a little memory in each, as old ones for MySQL and LDAP do. ' +
    'Thousands of guesses by robots make it much. Then PAM says “Memory buffer error” to everybody.',
  symptoms: {
    log: [
      {
        pattern: /pam_authenticate failed: Memory buffer error/,
        specimen: 'saslauthd[28974]: DEBUG: auth_pam: pam_authenticate failed: Memory buffer error',
        strength: 'names',
      },
      { ...pamFailed, strength: 'accompanies' },
      { ...pamSaidNo, strength: 'accompanies' },
      verificationFailed,
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words: 'Restart saslauthd, and do so each night until the module is a newer one; let fail2ban keep the robots out.',
    commands: [
      'systemctl restart saslauthd',
      'ps -o rss,etime,args -C saslauthd',
      'fail2ban-client status postfix-sasl',
    ],
  },
  unreproduced: 'It takes a module that leaks.',
  versions: {},
  noticedBy: [],
  references: [
    'https://man7.org/linux/man-pages/man3/pam_authenticate.3.html',
    'https://www.postfix.org/SASL_README.html#saslauthd',
  ],
};
