import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { tlsFails } from './shared/certificates';
import { openssl } from './shared/handshakes';

export const mode: FailureMode = {
  id: 'tls/client-certificate-demanded',
  kind: 'fault',
  title: 'smtpd serves only clients with a certificate, and this one has none that it trusts',
  cause:
    'smtpd_tls_req_ccert = yes, in main.cf or for a service of master.cf, ends every session whose client shows no ' +
    'certificate, or one that smtpd_tls_CAfile does not vouch for. Mail programs have none; they get as far as TLS, and ' +
    'their password is never asked for.',
  symptoms: {
    log: [
      {
        pattern: /^NOQUEUE: abort: TLS from \S+: (?:No client certificate presented|Client certificate not trusted)/,
        specimen:
          'postfix/smtps/smtpd[81]: NOQUEUE: abort: TLS from localhost[127.0.0.1]: No client certificate presented',
        strength: 'names',
        program: smtpdProgram,
      },
      {
        // mox, which takes a client’s certificate for a login.
        pattern: /tls handshake: verifying client certificate: looking up tls public key/,
        specimen:
          'l=info m="connection closed" err="tls handshake: verifying client certificate: looking up tls public key with fingerprint q7RkVb2nXw: absent (io error)" pkg=smtpserver',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '421 4.7.1 mail.example.test Error: No client certificate presented',
  },
  repair: {
    words: 'Ask for certificates without demanding them, so that those who have none can log in by password.',
    commands: [
      'postconf -e smtpd_tls_req_ccert=no smtpd_tls_ask_ccert=yes',
      'postconf -P | grep req_ccert',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e smtpd_tls_req_ccert=yes smtpd_tls_security_level=encrypt',
    provoke: openssl('-quiet'),
    repair: 'postconf -e smtpd_tls_security_level=may\npostconf -X smtpd_tls_req_ccert',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: tlsFails,
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_req_ccert'],
};
