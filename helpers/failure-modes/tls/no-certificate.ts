import type { FailureMode } from '../../model/failure-mode';
import { alertInClient } from '../client/shared/several-mistakes';
import { announcesTls, smtpdSetting, wraps } from '../shared/service-settings';
import { certs, fileNames, keys, mailInTls, notAvailable, restart, tlsFails, tlsManual } from './shared/certificates';

const otherKinds = ['smtpd_tls_dcert_file', 'smtpd_tls_eccert_file'];

const noneConfigured = smtpdSetting(
  'TLS is on, and no certificate is configured',
  `postconf smtpd_tls_security_level ${fileNames.join(' ')}`,
  (get) =>
    (announcesTls(get) || wraps(get)) && [...fileNames, ...otherKinds].every((name) => /^(?:none)?$/.test(get(name))),
);

export const mode: FailureMode = {
  id: 'tls/no-certificate',
  kind: 'fault',
  title: 'TLS is on, and no certificate is configured',
  cause:
    'smtpd_tls_security_level is may or encrypt, and neither smtpd_tls_cert_file nor smtpd_tls_chain_files names a ' +
    'certificate. STARTTLS is announced and then fails; with encrypt nobody can log in or send at all.',
  symptoms: {
    log: [
      {
        pattern: /^warning: No server certs available\. TLS (?:won't be enabled|can't be enabled)$/,
        specimen: "postfix/submission/smtpd[472]: warning: No server certs available. TLS won't be enabled",
        strength: 'names',
      },
      {
        pattern: /^warning: Need a server cert to request client certs$/,
        specimen: 'postfix/smtpd[409]: warning: Need a server cert to request client certs',
        strength: 'names',
        alternative: true,
      },
      {
        // Stalwart.
        pattern: /\(tls\.no-certificates-available\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO No TLS certificates available (tls.no-certificates-available) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      alertInClient,
    ],
    facts: [noneConfigured],
    client: notAvailable,
  },
  repair: {
    words: 'Name a certificate and its key; without one, switch TLS off, so that STARTTLS is not announced.',
    commands: [
      'postconf -e smtpd_tls_cert_file=/etc/pki/tls/certs/postfix.pem smtpd_tls_key_file=/etc/pki/tls/private/postfix.key',
      restart,
    ],
  },
  reproduction: {
    inject: 'postconf -X smtpd_tls_cert_file smtpd_tls_key_file',
    provoke: [mailInTls],
    repair: `postconf -e smtpd_tls_cert_file=${certs}/postfix.pem smtpd_tls_key_file=${keys}/postfix.key`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: tlsFails,
  references: [tlsManual],
};
