import type { FailureMode } from '../../model/failure-mode';
import { mailInTls } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/random-source-unusable',
  kind: 'fault',
  title: 'tlsmgr has no source of random numbers, and smtpd waits for it before it greets',
  cause:
    '/dev/urandom is not there in a container or a chroot, or $data_directory/prng_exch is closed to Postfix. tlsmgr ends and is started again each second, and smtpd, which asks it before it greets, keeps its clients waiting, also those that want no TLS.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning|fatal): (?:\S+: )?cannot (?:open|read|write|lock|seek|unlock) (?:PRNG exchange file|entropy (?:device|file))|^warning: (?:cannot (?:read from entropy file|connect to EGD server)|no entropy source specified with parameter)/,
        specimen: 'postfix/tlsmgr[9]: warning: cannot open entropy device /dev/urandom: No such file or directory',
        strength: 'names',
        program: /^\S+\/tlsmgr$/,
      },
    ],
    facts: [],
    client: 'No greeting within its time-out',
  },
  repair: {
    words: 'Give the container its /dev/urandom, and the folder to Postfix.',
    commands: [
      'postconf tls_random_source tls_random_exchange_name',
      'ls -l /dev/urandom',
      'chown postfix $(postconf -h data_directory)/prng_exch',
    ],
  },
  reproduction: {
    inject: 'postconf -e tls_random_source=dev:/dev/none',
    provoke: [mailInTls],
    repair: 'postconf -X tls_random_source',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/tlsmgr.8.html'],
};
