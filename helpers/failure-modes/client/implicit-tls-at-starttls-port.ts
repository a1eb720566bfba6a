import type { FailureMode } from '../../model/failure-mode';
import { inStunnel } from '../tls/shared/stunnel';
import { clientGets, connectsInVain, handshakeEnds, portForClear } from './shared/client-words';
import { schannelGotClearText } from './shared/schannel';
import { gnutlsOtherVersion, noTlsThere, outlookNoEncryption, phpTlsFails } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/implicit-tls-at-starttls-port',
  kind: 'client',
  title: 'a client speaks TLS at once, and what answers at that port is no TLS',
  cause:
    'SSL/TLS is chosen in the client with 587 or 25, where TLS begins with STARTTLS: its library takes the greeting 220 for a broken handshake. With 465 it means that the server has no TLS there, or that a proxy, a firewall or a virus scanner answers. OpenSSL up to 1.1 says `wrong version number` also of a server that knows older versions only than the client takes.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*\(session: STARTTLS was (?:answered with 220|not offered)\)$).*(?:\[SSL: (?:WRONG_VERSION_NUMBER|UNKNOWN_PROTOCOL)\]|(?<!handler error: |error handling \S+: |TLS handshake error from .*)tls: first record does not look like a TLS handshake|Unsupported or unrecognized SSL message|Unrecognized SSL message, plaintext connection\?|write EPROTO .*wrong version number)/,
        specimen: 'ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)',
        strength: 'names',
      },
      {
        // Node.js; msmtp with OpenSSL and with GnuTLS; Ruby; PHP; curl; swaks; lettre; .NET; rustls.
        pattern:
          /(?:wrong version number|SSL23_GET_SERVER_HELLO:unknown protocol):[./]*deps\/openssl|TLS handshake failed: (?:.*wrong version number|An unexpected TLS packet)|SSL_connect returned=1 .*(?:wrong version number|unknown protocol)|SSL operation failed with code 1\..*(?:wrong version number|SSL23_GET_SERVER_HELLO:unknown protocol)|curl: \(35\) .*(?:wrong version number|SSL23_GET_SERVER_HELLO:unknown protocol)|\*\*\* TLS startup failed .*wrong version number|Connection error: .*wrong version number|SSL connect attempt failed .*(?:wrong version number|unknown protocol)|The handshake failed due to an unexpected packet format|Cannot determine the frame size or a corrupted frame was received|^(?!.*\(tls\.handshake-error\)).*received corrupt message of type InvalidContentType/,
        specimen: 'msmtp: TLS handshake failed: error:0A00010B:SSL routines::wrong version number',
        strength: 'names',
        alternative: true,
      },
      portForClear,
      handshakeEnds,
      phpTlsFails,
      connectsInVain,
      outlookNoEncryption,
      {
        // mutt; s-nail; nullmailer; dma; Zabbix; Nodemailer.
        pattern:
          /SSL failed: error:\w+:SSL routines:[^:]*:wrong version number|gnutls_handshake: An unexpected TLS packet was received|could not initiate TLS connection: .*wrong version number|(?:Error completing TLS handshake: |\*\*\* [A-Z]?\w+ (?:error|has failed): )An unexpected TLS packet|SSL connect error: .*wrong version number|^\[?Error: \w+:error:\w+:SSL routines:[^:]*:wrong version number/,
        specimen: 'mutt: SSL failed: error:0A00010B:SSL routines::wrong version number',
        strength: 'names',
        alternative: true,
      },
      clientGets(/501[ -]SSL attempted over a non-SSL socket/, '501 SSL attempted over a non-SSL socket'),
      {
        // OpenSSL up to 1.0.2.
        pattern:
          /^(?!.*problem: )(?:.*\b140770FC:SSL )?(?:\b(?:SSL )?routines:|^)SSL23_GET_SERVER_HELLO:unknown protocol/,
        specimen: 'error:140770FC:SSL routines:SSL23_GET_SERVER_HELLO:unknown protocol (2)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /Connection error: tls handshake eof/,
        specimen: 'Failed to check SMTP: Connection error: tls handshake eof',
        strength: 'suggests',
        alternative: true,
      },
      {
        // OpenSSL’s errors in Rust and Node.js; PHP, which has a reason in brackets where there was no connection.
        pattern:
          /\breason: ["']wrong version number["']|(?:connect to|opening to) tls:\/\/[\w.-]+:(?:25|587|2525)\b(?! \((?!Unknown error|Success|\)))(?!.*(?:timed out|refused|unreachable|No route|getaddrinfo))/,
        specimen: '    reason: "wrong version number",',
        strength: 'names',
        alternative: true,
      },
      inStunnel(
        'SSL_connect',
        /wrong version number/,
        'record/ssl3_record.c:350: error:0A00010B:SSL routines::wrong version number',
      ),
      noTlsThere,
      gnutlsOtherVersion,
      schannelGotClearText,
    ],
    facts: [],
    client: 'None: the client ends the connection.',
  },
  repair: {
    words:
      'In the client: STARTTLS with 587, or SSL/TLS with 465. Nodemailer: secure: false with 587. msmtp: no tls_starttls off with 587.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587',
      'openssl s_client -connect mail.example.test:465',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8314 section 3', 'https://github.com/boredazfcuk/docker-icloudpd/issues/848'],
};
