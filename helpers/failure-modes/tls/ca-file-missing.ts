import type { FailureMode } from '../../model/failure-mode';
import { certs, libraryToo, mailInTls, noSuchFile, notAvailable, restart, tlsFails } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/ca-file-missing',
  kind: 'fault',
  title: 'the file of authorities, smtpd_tls_CAfile or smtp_tls_CAfile, can’t be loaded',
  cause:
    'smtpd_tls_CAfile is only needed to check clients’ certificates, yet a file that can’t be read makes smtpd do ' +
    'without TLS, and smtp_tls_CAfile smtp, so that mail to a smarthost that wants TLS waits. CentOS’s and Debian’s bundles have different paths, and a slim image may have none; a file that is empty, no PEM or closed by SELinux is told the same way.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning: )?cannot load Certificat(?:e|ion) Authority data(?:, CA(?:file|path)=.*)?(?:: disabling TLS support)?$/,
        specimen:
          'postfix/submission/smtpd[607]: cannot load Certification Authority data, CAfile="/etc/pki/tls/certs/none-ca.pem": disabling TLS support',
        strength: 'names',
      },
      { ...noSuchFile, strength: 'accompanies' },
      libraryToo,
      {
        pattern: /error loading client CA names from: /,
        specimen: 'postfix/smtpd[9]: warning: error loading client CA names from: /etc/ssl/certs/ca.pem',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?:^|warning: )TLS library problem: .*X509_load_cert_crl_file|^warning: TLS library problem: .*No such file or directory.*fopen\('?[^',]*\/(?:[^/',]*(?:ca-?cert|CAfile|ca-bundle)[^/',]*|(?:[^/',.]*[-_])?[Cc][Aa]\.(?:pem|crt))[',]/,
        specimen:
          'postfix/smtp[9]: warning: TLS library problem: error:0B084002:x509 certificate routines:X509_load_cert_crl_file:system lib:by_file.c:274:',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: notAvailable,
  },
  repair: {
    words: 'Leave the parameter out, or name a bundle that is there.',
    commands: [
      'postconf -X smtpd_tls_CAfile smtp_tls_CAfile   # before Postfix 2.10: take the line out of main.cf',
      'ls -lLZ "$(postconf -h smtp_tls_CAfile)"; grep -c BEGIN "$(postconf -h smtp_tls_CAfile)"',
      restart,
    ],
  },
  reproduction: {
    inject: `postconf -e smtpd_tls_CAfile=${certs}/none-ca.pem`,
    provoke: [mailInTls],
    repair: 'postconf -X smtpd_tls_CAfile',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: tlsFails,
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_CAfile'],
};
