import type { FailureMode } from '../../model/failure-mode';
import { smtpdSetting, wraps } from '../shared/service-settings';
import { certs, fileNames, keys, libraryToo, noCertificateOrKey, restart, tlsFails } from './shared/certificates';

const ownFiles = smtpdSetting(
  'a service of master.cf has smtpd_tls_wrappermode, and a certificate or key of its own',
  'postconf -P | grep -E "smtpd_tls_(wrappermode|cert_file|key_file|chain_files)"',
  (get, service) => service && wraps(get) && fileNames.some((name) => service.options.has(name)),
);

export const mode: FailureMode = {
  id: 'tls/wrapper-mode-dropped',
  kind: 'fault',
  follows: true,
  title: 'the implicit TLS port drops everybody, as its own certificate can’t be used',
  cause:
    'The service with smtpd_tls_wrappermode has a certificate or key of its own in master.cf, and these can’t be used. ' +
    'In clear there is nothing to fall back to, nor a reply that could say so: the connection closes at once. 25 and ' +
    '587 work, with the files that main.cf names.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: Wrapper-mode request dropped from \S+ for service \S+\. TLS context initialization failed\./,
        specimen:
          'postfix/smtps/smtpd[806]: warning: Wrapper-mode request dropped from client.outside.example[198.51.100.7] for service smtps. TLS context initialization failed. For details see earlier warnings in your logs.',
        strength: 'suggests',
      },
      noCertificateOrKey,
      libraryToo,
    ],
    facts: [ownFiles],
    client: '465: the connection is reset before a byte of TLS.',
  },
  repair: {
    words: 'An earlier warning says what is wrong with the files. Mend that, or let the service use those of main.cf.',
    commands: [
      'postconf -P | grep smtpd_tls_',
      'postconf -PX smtps/inet/smtpd_tls_cert_file smtps/inet/smtpd_tls_key_file',
      restart,
    ],
  },
  reproduction: {
    inject: `postconf -P smtps/inet/smtpd_tls_cert_file=${certs}/postfix.pem smtps/inet/smtpd_tls_key_file=${keys}/none.key`,
    provoke: [{ kind: 'lines', port: 465, lines: ['QUIT'] }],
    repair: 'postconf -PX smtps/inet/smtpd_tls_cert_file smtps/inet/smtpd_tls_key_file',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: tlsFails,
  references: ['https://github.com/sovereign/sovereign/issues/31'],
};
