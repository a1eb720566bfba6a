import type { FailureMode } from '../../model/failure-mode';
import { temporaryFailure } from '../shared/saslauthd';
import { genericFailure, verificationFailed } from './shared/asked';

export const mode: FailureMode = {
  id: 'saslauthd/breaks-off',
  kind: 'fault',
  title: 'saslauthd takes a request and does not answer it',
  cause:
    'The process of saslauthd that took the request crashed or was killed: by a PAM module or a library that it loads, by the system for want of memory, or by a restart in the middle of a login. The master starts another one, and the next login may work. If it is so with every login, saslauthd_path may name the socket of another program.',
  symptoms: {
    log: [
      {
        // smtpd, and the kernel.
        pattern:
          /^warning: SASL authentication failure: (?:size read failed|read failed|write failed|bad response from saslauthd)$|^(?:.*saslauthd\[\d+\]:? )?(?:segfault at |general protection (?:fault )?ip:)/,
        specimen: 'postfix/submission/smtpd[335]: warning: SASL authentication failure: size read failed',
        strength: 'names',
        program: /^(?:kernel|saslauthd)$|\/smtpd$/,
      },
      verificationFailed,
      genericFailure,
    ],
    facts: [],
    client: temporaryFailure,
  },
  repair: {
    words: 'See what ended it, and take the module or the library away that does; test it by itself.',
    commands: [
      'grep saslauthd_path /etc/sasl2/smtpd.conf; ss -xlp | grep -E "saslauthd|auth"',
      'dmesg | grep -E "saslauthd|oom"',
      'testsaslauthd -s smtp -u alice -p PASSWORD',
      'cat /etc/pam.d/smtp',
    ],
  },
  unreproduced:
    'Its line was seen with a PAM module that kills saslauthd; our saslauthd stays silent after that, so that no repair can be proven.',
  versions: {},
  noticedBy: [],
  references: [
    'Cyrus SASL lib/checkpw.c, saslauthd_verify_password',
    'https://www.cyrusimap.org/sasl/sasl/pwcheck.html',
  ],
};
