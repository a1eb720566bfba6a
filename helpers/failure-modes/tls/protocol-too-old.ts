import type { FailureMode } from '../../model/failure-mode';
import { handshake, notAccepted, openssl, perhapsInProxy } from './shared/handshakes';
import { inStunnel } from './shared/stunnel';

const only13 = '!SSLv2, !SSLv3, !TLSv1, !TLSv1.1, !TLSv1.2';

const tooOld = handshake(
  // OpenSSL 1.1 says "unknown protocol" of a hello that is too old; to 1.0.2 it may be clear text as well.
  /(?:unsupported protocol|version too low|wrong ssl version|no protocols available|unknown protocol)/,
  '0A000102:SSL routines::unsupported protocol:../ssl/statem/statem_srvr.c:1657:',
  'names',
  /(?:tls_\w+)?/,
);

export const mode: FailureMode = {
  id: 'tls/protocol-too-old',
  kind: 'client',
  title: 'a client and the server share no TLS version: most often the client’s are too old',
  cause:
    'Old printers, cameras and programs end at TLS 1.0. smtpd_tls_protocols, or the system’s own policy for OpenSSL ' +
    '(Debian since 10, CentOS since 8), wants 1.2. Handshakes fail; the password is never sent. “No protocols available” is the server’s own: smtpd_tls_protocols and the policy leave it none.',
  symptoms: {
    log: [
      tooOld,
      perhapsInProxy(tooOld),
      inStunnel(
        'SSL_accept',
        /(?:unsupported protocol|version too low)/,
        'statem/statem_srvr.c:1664: error:0A000102:SSL routines::unsupported protocol',
      ),
      notAccepted,
    ],
    facts: [],
    client: 'alert protocol version, or handshake failure',
  },
  repair: {
    words:
      'Renew the client’s software. Where that can’t be, give it a port of its own in master.cf with older protocols, ' +
      'reachable only from its network.',
    commands: [
      'postconf smtpd_tls_protocols smtpd_tls_mandatory_protocols',
      'grep -A5 system_default_sect /etc/ssl/openssl.cnf',
    ],
  },
  reproduction: {
    inject: `postconf -e 'smtpd_tls_protocols = ${only13}' 'smtpd_tls_mandatory_protocols = ${only13}'`,
    provoke: openssl('-tls1_2'),
    repair: 'postconf -X smtpd_tls_protocols smtpd_tls_mandatory_protocols',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['RFC 8996', 'https://www.postfix.org/postconf.5.html#smtpd_tls_protocols'],
};
