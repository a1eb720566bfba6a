import type { FailureMode } from '../../model/failure-mode';
import { clientGets, connectsInVain, handshakeEnds, nothingInCommon } from './shared/client-words';
import { schannelNothingInCommon } from './shared/schannel';
import { alertInClient } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/tls-too-old',
  kind: 'client',
  title: 'a client’s TLS is too old for the server',
  cause:
    'The client speaks TLS 1.0 or 1.1 at most, and the server ends the handshake since it takes 1.2 and later only, as providers do, or 1.3 only. An old run-time library, an old scanner or printer, or a setting that names the version is the reason.',
  symptoms: {
    log: [
      {
        // Java; Go; Python; Ruby; Node.js; PHP.
        pattern:
          /Received fatal alert: protocol_version|(?<!handler error: |error handling \S+: |TLS handshake error from .*)remote error: tls: protocol version not supported|\[SSL: TLSV1_ALERT_PROTOCOL_VERSION\]|SSL_connect returned=1 .*alert protocol version|write EPROTO .*alert protocol version|^error:[0-9A-F]{8}:SSL routines:[^:]*:tlsv1 alert protocol version$|SSL operation failed with code 1\..*alert protocol version/,
        specimen: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version',
        strength: 'names',
      },
      clientGets(
        /4\.7\.66 TLS 1\.0 and 1\.1 are not supported/,
        'Error: Invalid greeting: 421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2.',
      ),
      nothingInCommon,
      handshakeEnds,
      connectsInVain,
      alertInClient,
      {
        // dma.
        pattern: /SSL handshake failed fatally: .*alert protocol version/,
        specimen:
          'dma[1a2b]: remote delivery deferred: SSL handshake failed fatally: error:1409442E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version',
        strength: 'names',
        alternative: true,
      },
      schannelNothingInCommon,
    ],
    facts: [],
    client: 'An alert: protocol version; or 421 4.7.66 TLS 1.0 and 1.1 are not supported',
  },
  repair: {
    words:
      'Renew the client or its library, or let it use TLS 1.2. For a device that can’t, put a relay between that takes its mail inside the network.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587 -tls1_2'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 8996',
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/opt-in-exchange-online-endpoint-for-legacy-tls-using-smtp-auth',
  ],
};
