import type { FailureMode } from '../../model/failure-mode';
import {
  keyWithCertificates,
  library,
  libraryToo,
  noCertificateOrKey,
  notAvailable,
  restart,
  tlsManual,
} from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/file-forbidden',
  kind: 'fault',
  title: 'Postfix may not read a file of TLS, although it reads it as root',
  cause:
    'Postfix opens certificate, key and authorities as root, before it gives its privileges up, so that modes do not matter. What is left is ' +
    'SELinux (files that were moved from a home directory keep its label), or a container without CAP_DAC_OVERRIDE, ' +
    'in which root is no more than the owner of its files.',
  symptoms: {
    log: [
      library(
        /system library:[^:]*:Permission denied:.*fopen\(/,
        "0200100D:system library:fopen:Permission denied:bss_file.c:398:fopen('/etc/pki/tls/certs/postfix.pem','r'):",
        'names',
      ),
      noCertificateOrKey,
      libraryToo,
      { ...keyWithCertificates, alternative: true },
      {
        // Postal, which does not run as root.
        pattern: /Errno::EACCES: Permission denied @ rb_sysopen - \S+\.(?:pem|crt|key|cert)\b/,
        specimen:
          '[NHDEUT] Errno::EACCES: Permission denied @ rb_sysopen - /etc/letsencrypt/live/mail.example.test/cert.pem',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: notAvailable,
  },
  repair: {
    words: 'With SELinux, give the files the label of their folder; in a container, let root own them.',
    commands: ['restorecon -Rv /etc/pki/tls', 'ls -lZ /etc/pki/tls/certs /etc/pki/tls/private', restart],
  },
  unreproduced: 'needs SELinux, or a container without CAP_DAC_OVERRIDE; ours has it and its kernel no SELinux',
  versions: {},
  noticedBy: [],
  references: [tlsManual, 'https://github.com/plesk/letsencrypt-plesk/issues/97'],
};
