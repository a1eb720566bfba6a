import type { FailureMode } from '../../model/failure-mode';
import { alertInClient } from '../client/shared/several-mistakes';
import { handshake, inProxyToo, notAccepted, openssl } from './shared/handshakes';

export const mode: FailureMode = {
  id: 'tls/no-shared-cipher',
  kind: 'client',
  title: 'a client and the server have no cipher in common',
  cause:
    'Old programs know only ciphers that OpenSSL no longer has or that smtpd_tls_exclude_ciphers takes away. Or the ' +
    'server has a certificate for ECDSA alone, or of a curve that smtpd_tls_eecdh_grade leaves out, and the client knows ' +
    'RSA alone; or it has no certificate at all, as it may not read the file. The handshake fails; the password is ' +
    'never sent.',
  symptoms: {
    log: [
      inProxyToo(
        handshake(
          /no shared cipher/,
          '0A0000C1:SSL routines::no shared cipher:../ssl/statem/statem_srvr.c:2220:',
          'names',
        ),
      ),
      {
        // By its number: a line that was cut or wrapped, or OpenSSL's own words without Postfix's before them.
        pattern: /\berror:(?:14[0-9A-F]{3}|0A000)0C1:SSL routines:/,
        specimen: 'postfix/smtpd[903]: error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared',
        strength: 'names',
        alternative: true,
      },
      notAccepted,
      alertInClient,
    ],
    facts: [],
    client: 'alert handshake failure',
  },
  repair: {
    words:
      'Renew the client’s software; for clients that know RSA alone, name an RSA certificate beside the other. See what ' +
      'the server takes away.',
    commands: [
      'postconf -n | grep -E "smtpd_tls_.*(ciphers|cert_file|chain_files)"',
      'openssl ciphers -v "$(postconf -h tls_medium_cipherlist)" | head',
    ],
  },
  reproduction: {
    inject: '',
    provoke: openssl('-tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256'),
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_tls_exclude_ciphers',
    'https://github.com/docker-mailserver/docker-mailserver/issues/620',
  ],
};
