import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/dh-key-too-small',
  kind: 'client',
  title: 'the parameters of the server’s key exchange are too small for a client’s OpenSSL',
  cause:
    'The server has DH parameters of 1024 bits or fewer, which newer systems refuse (SECLEVEL=2 since Debian 10, RHEL 8 and OpenSSL 3). The server is to be mended; until then a cipher without DHE or a lower level in the client helps.',
  symptoms: {
    log: [
      {
        // Python; Node.js; Ruby; PHP; msmtp and curl.
        pattern:
          /\[SSL: DH_KEY_TOO_SMALL\]|(?:write EPROTO .*|SSL_connect returned=1 .*|SSL operation failed with code 1\..*|^error:[0-9A-F]{8}:SSL routines:[^:]*:|TLS handshake failed: .*|curl: \(35\) .*)dh key too small/,
        specimen: 'SSL_connect returned=1 errno=0 state=error: dh key too small',
        strength: 'names',
      },
      {
        pattern: /STARTTLS failed! SSL connect attempt failed error:\w+:SSL routines::?=?.*dh key too small/,
        specimen:
          'STARTTLS failed! SSL connect attempt failed error:0A00018A:SSL routines::dh key too small at git-send-email line 1638.',
        strength: 'names',
        alternative: true,
      },
      {
        // git send-email.
        pattern: /dh key too small at \S*git-send-email/,
        specimen: 'dh key too small at /usr/libexec/git/git-send-email line 1638.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The handshake ends before there is a login.',
  },
  repair: {
    words:
      'On the server: no DH file of its own, or one of 2048 bits. On the client, for one server alone, the cipher list DEFAULT@SECLEVEL=1.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587 2>&1 | grep "Server Temp Key"',
      'openssl dhparam -out /etc/postfix/dh2048.pem 2048; postconf -e smtpd_tls_dh1024_param_file=/etc/postfix/dh2048.pem',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/postalserver/postal/issues/943', 'RFC 9325 section 4.2'],
};
