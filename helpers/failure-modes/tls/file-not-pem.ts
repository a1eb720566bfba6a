import type { FailureMode } from '../../model/failure-mode';
import {
  certs,
  library,
  libraryToo,
  mailInTls,
  noCertificateOrKey,
  notAvailable,
  restart,
  tlsFails,
  tlsManual,
} from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/file-not-pem',
  kind: 'fault',
  title: 'a file of TLS, such as the certificate or key, is empty or not in PEM',
  cause:
    'Postfix reads PEM: text between BEGIN and END lines. The file is empty (a renewal that failed half-way, an ' +
    'unfilled secret), in DER or PKCS#12, or holds a key where the certificate should be, or the reverse. OpenSSL’s “Expecting:” says which is wanted; it may be the file of authorities or of DH parameters as well. OpenSSL 3 says “unsupported” also of a key in PEM that it can’t decode: one that is damaged, or of a kind that it does not know.',
  symptoms: {
    log: [
      library(
        /(?:PEM routines:[^:]*:no start line:|DECODER routines:[^:]*:unsupported:)/,
        '0480006C:PEM routines::no start line:../crypto/pem/pem_lib.c:760:Expecting: TRUSTED CERTIFICATE:',
        'names',
      ),
      noCertificateOrKey,
      libraryToo,
    ],
    facts: [],
    client: notAvailable,
  },
  repair: {
    words: 'Look at the first line of each file; make it anew, or convert it.',
    commands: [
      'head -1 "$(postconf -h smtpd_tls_cert_file)" "$(postconf -h smtpd_tls_key_file)"',
      'openssl x509 -inform DER -in postfix.der -out /etc/pki/tls/certs/postfix.pem',
      restart,
    ],
  },
  reproduction: {
    // A file in DER holds one certificate: the issuer's is appended again, from the chain.
    inject: `openssl x509 -in ${certs}/postfix.pem -outform DER -out ${certs}/postfix.der
postconf -e smtpd_tls_cert_file=${certs}/postfix.der`,
    provoke: [mailInTls],
    repair: `openssl x509 -inform DER -in ${certs}/postfix.der -out ${certs}/converted.pem
sed '1,/-END CERTIFICATE-/d' ${certs}/postfix.pem >>${certs}/converted.pem
postconf -e smtpd_tls_cert_file=${certs}/converted.pem`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: tlsFails,
  references: [tlsManual],
};
