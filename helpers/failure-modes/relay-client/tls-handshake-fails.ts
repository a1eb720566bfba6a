import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/tls-handshake-fails',
  kind: 'fault',
  follows: true,
  title: 'the next server and this one do not come to TLS',
  cause:
    'smtp_tls_security_level demands TLS, the next server offers STARTTLS, and the handshake fails: it has a key, cipher ' +
    'or version that this machine’s OpenSSL no longer takes, or the other way round; or something in between breaks it ' +
    'off, such as a path that loses large packets (MTU). A line of the TLS library, just before, says which. With the level may it is tried again in clear.',
  symptoms: {
    log: [
      smtp(
        /status=(?:deferred|bounced) \(Cannot start TLS: handshake failure\)/,
        delivery('dsn=4.7.5, status=deferred (Cannot start TLS: handshake failure)'),
        'suggests',
      ),
      {
        ...smtp(
          /^SSL_connect error to \S+: /,
          'SSL_connect error to smarthost.example.test[192.0.2.30]:587: lost connection',
          'suggests',
        ),
        alternative: true,
      },
      {
        // Stalwart.
        pattern: /\(delivery\.start-tls-error\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO STARTTLS error (delivery.start-tls-error) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      {
        // Stalwart.
        pattern: /received fatal alert: (?:HandshakeFailure|ProtocolVersion|InsufficientSecurity)/,
        specimen:
          'STARTTLS error (smtp.starttls-error) queueId = 195073613995485124, hostname = "mx.example.net", reason = "received fatal alert: HandshakeFailure"',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Speak to that server by hand, and see what the handshake stops at.',
    commands: [
      'openssl s_client -starttls smtp -connect smarthost.example.test:587 </dev/null',
      'postconf -n | grep ^smtp_tls_',
    ],
  },
  unreproduced: 'What brings it about is: relay-client/dh-key-of-server-too-small, wrapper-mode-at-starttls-port.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TLS_README.html#client_tls_levels'],
};
