import type { FailureMode } from '../../model/failure-mode';
import { temporaryFailure } from './shared/temporary-failure';

export const mode: FailureMode = {
  id: 'dovecot/worker-dies',
  kind: 'fault',
  title: 'Dovecot’s auth worker ends in the middle of a login',
  cause:
    'auth-worker asks PAM or the database. A module or library that it loads crashes it, or wants more memory than vsz_limit (256 MB) gives: PAM modules of fingerprints or faces, large LDAP or MySQL libraries. Signal 9 is sent by others, such as the kernel when the machine’s memory runs out. Each login by it fails with a temporary error.',
  symptoms: {
    log: [
      {
        pattern:
          /Worker process died unexpectedly|auth-worker\S*: Error: (?:.*Memory allocation still failed|Unexpected exit - converting to abort)|service\(auth-worker\): child \d+ (?:killed with signal|returned error 83)/,
        specimen: 'dovecot: auth: Error: auth-worker: Aborted PASSV request for user: Worker process died unexpectedly',
        strength: 'names',
      },
      temporaryFailure,
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Take the module out of the PAM file of dovecot, or give the worker more memory.',
    commands: [
      'cat /etc/pam.d/dovecot /etc/pam.d/common-auth',
      'printf "service auth-worker {\\n  vsz_limit = 1G\\n}\\n" >/etc/dovecot/conf.d/99-worker.conf; doveadm reload',
      'coredumpctl list dovecot',
    ],
  },
  unreproduced: 'It takes a PAM module that crashes.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
