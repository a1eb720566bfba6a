import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/handshake-failed',
  kind: 'client',

  title: 'a client and Sendmail do not come to terms about TLS',
  cause:
    'The client speaks in clear where TLS is expected (wrong version number), knows only versions or ciphers that are too old, or does not trust the certificate; others hang up in it. No shared cipher may be this server’s fault: a setting, or a key that does not fit. What stands behind reason= tells which.',
  symptoms: {
    log: [
      {
        pattern: /STARTTLS=server, error: accept failed=/,
        specimen:
          'sm-mta[53]: STARTTLS=server, error: accept failed=-1, reason=wrong version number, SSL_error=1, errno=0, retry=-1, relay=client.outside.example [198.51.100.7]',
        strength: 'names',
      },
    ],
    facts: [],
    client: '403 4.7.0 TLS handshake failed., or the connection ends',
  },
  repair: {
    words:
      'In the client: 465 with TLS, or 587 with STARTTLS; renew its software, or use a certificate that it trusts.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 3207'],
};
