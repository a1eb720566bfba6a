import type { FailureMode } from '../../model/failure-mode';
import { inStunnel } from '../tls/shared/stunnel';
import { connectsInVain, handshakeBehindStarttls, nothingInCommon } from './shared/client-words';
import { schannelNothingInCommon } from './shared/schannel';
import { gnutlsOtherVersion, phpTlsFails, roundcubeStarttlsFails, startTlsFails } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/server-tls-too-old',
  kind: 'fault',
  title: 'the server’s TLS is too old for the client',
  cause:
    'The server chooses SSL 3.0 or TLS 1.0, a Diffie-Hellman key that is too small, or does not know secure renegotiation, and the client’s library takes none of these any more. To trust any certificate (skip_verify and its like) has nothing to do with it. Old appliances and relays are the usual case.',
  symptoms: {
    log: [
      {
        // Go; Java; Python; Node.js; Ruby.
        pattern:
          /server selected unsupported protocol version|The server selected protocol version \S+ is not accepted by client preferences|\[SSL: (?:UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|UNSAFE_LEGACY_RENEGOTIATION_DISABLED)\]|ssl_choose_client_version:(?:unsupported protocol|version too low):[./]*deps\/openssl|write EPROTO .*(?:unsupported protocol|unsafe legacy renegotiation)|SSL_connect returned=1 .*(?:unsupported protocol|version too low|unsafe legacy renegotiation)|^error:[0-9A-F]{8}:SSL routines:(?!\w*(?:client_hello|CLIENT_HELLO|accept|ACCEPT):)[^:]*:(?:unsupported protocol|version too low|unsafe legacy renegotiation disabled)$|SSL operation failed with code 1\..*(?:unsupported protocol|version too low|unsafe legacy renegotiation)/,
        specimen: 'tls: server selected unsupported protocol version 300',
        strength: 'names',
      },
      nothingInCommon,
      handshakeBehindStarttls,
      connectsInVain,
      startTlsFails,
      phpTlsFails,
      gnutlsOtherVersion,
      roundcubeStarttlsFails,
      inStunnel(
        'SSL_connect',
        /(?:unsupported protocol|version too low|unsafe legacy renegotiation disabled|dh key too small)/,
        'statem/statem_lib.c:1987: error:0A000102:SSL routines::unsupported protocol',
      ),
      {
        // Stalwart; lettre.
        pattern:
          /TLS error from '\S+': (?:I\/O error: tls handshake eof|Handshake failed)|Connection error: tls handshake eof/,
        specimen: "(TLS error from 'mail.example.com': I/O error: tls handshake eof)",
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /TLS Negotiation failed: FAILED_PRECONDITION: starttls error \(\d+\): (?!.*certificate)/,
        specimen: 'TLS Negotiation failed: FAILED_PRECONDITION: starttls error (0): protocol error',
        strength: 'suggests',
        alternative: true,
      },
      {
        // dma.
        pattern: /SSL handshake failed fatally: .*(?:unsupported protocol|dh key too small)/,
        specimen:
          'dma[1a2b]: remote delivery deferred: SSL handshake failed fatally: error:0A000102:SSL routines::unsupported protocol',
        strength: 'names',
        alternative: true,
      },
      schannelNothingInCommon,
    ],
    facts: [],
    client: 'None: the client ends the handshake.',
  },
  repair: {
    words:
      'Give the server TLS 1.2. Until then let the client leave STARTTLS out where the network is trusted, or allow the old version for this one server.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:25 -tls1_2',
      'postconf smtpd_tls_protocols smtpd_tls_mandatory_protocols',
    ],
  },
  unreproduced: 'Its lines are those of clients; our servers all know TLS 1.2.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/grafana/grafana/issues/8385', 'RFC 8996'],
};
