import type { FactSign, LogSign } from '../../../model/failure-mode';
import { mailOfUser } from '../../shared/client-steps';

export const fileNames = ['smtpd_tls_cert_file', 'smtpd_tls_key_file', 'smtpd_tls_chain_files'];

export const restart = 'systemctl restart postfix';

// 2.x: cannot get RSA certificate from file /etc/…: disabling TLS support; the file's name in quotes from 3.x on.
const cannotGet = (what: string, example: string): LogSign => ({
  pattern: new RegExp(`^warning: cannot get \\w+ ${what} from file "?[^"]+"?: disabling TLS support$`),
  specimen: `postfix/submission/smtpd[62]: warning: cannot get RSA ${example}: disabling TLS support`,
  strength: 'suggests',
});

/** The certificate can’t be used. */
export const noCertificate = cannotGet('certificate', 'certificate from file "/etc/pki/tls/certs/none.pem"');

/** The private key can’t be used. */
export const noKey = cannotGet('private key', 'private key from file "/etc/pki/tls/private/none.key"');

/** One of the two. */
export const noCertificateOrKey = cannotGet(
  '(?:certificate|private key)',
  'certificate from file "/etc/pki/tls/certs/postfix.der"',
);

/** OpenSSL says why. The functions' names are in it up to 1.1, and gone since 3.0: SSL routines::… */
export function library(text: RegExp, specimen: string, strength: LogSign['strength']): LogSign {
  return {
    pattern: new RegExp(`^warning: TLS library problem: (?:\\d+:)?error:[0-9A-F]+:${text.source}`),
    specimen: `postfix/submission/smtpd[62]: warning: TLS library problem: error:${specimen}`,
    strength,
  };
}

/** A file can’t be opened, as it is not there. */
export const noSuchFile = library(
  /system library:[^:]*:No such file or directory:/,
  '80000002:system library::No such file or directory:../crypto/bio/bss_file.c:308:calling fopen(/etc/pki/tls/certs/none.pem, r):',
  'suggests',
);

/** What OpenSSL says further: the same reason, as seen from one function after the other; not what is wrong in a handshake. */
export const libraryToo = library(
  /(?:(?:BIO|UI|PEM|Provider|x509 certificate|common libcrypto|DECODER) routines:|SSL routines:[^:]*:(?:system|PEM|BIO) lib:)/,
  '10080002:BIO routines::system lib:../crypto/bio/bss_file.c:311:',
  'accompanies',
);

/** What follows on the reason where one file has to hold a key with its certificates: smtpd_tls_chain_files, or no key of its own. */
export const keyWithCertificates: LogSign = {
  pattern: /^warning: error loading private keys and certificates from: .+: disabling TLS support$/,
  specimen:
    'postfix/submission/smtpd[539]: warning: error loading private keys and certificates from: /etc/pki/tls/private/chain.pem: disabling TLS support',
  strength: 'accompanies',
};

/** What clients meet where smtpd does without TLS. */
export const notAvailable =
  'STARTTLS is announced, and answered with 454 4.7.0 TLS not available due to local problem; at 465 the connection closes.';

/** A user who says STARTTLS first. */
export const mailInTls = { ...mailOfUser, tls: 'starttls' } as const;

/** The check that fails wherever TLS can’t start. */
export const tlsFails = ['authenticated-relay/plain-on-465'];

export const certs = '/etc/pki/tls/certs';

export const keys = '/etc/pki/tls/private';

export const tlsManual = 'https://www.postfix.org/TLS_README.html#server_cert_key';

export const fileAbsent = (name: string): FactSign => ({
  words: `the file that ${name} names is not there`,
  look: `ls -lL "$(postconf -h ${name})"`,
  holds: ({ mainCf, files }) => {
    const path = mainCf?.get(name)?.value;
    if (mainCf && !path) return false;
    const fact = files.get(path ?? '');
    return fact && fact.kind === 'absent';
  },
});
