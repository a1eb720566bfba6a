import type { FailureMode } from '../../model/failure-mode';
import { handshake, notAccepted, submissionPorts } from './shared/handshakes';
import { inStunnel } from './shared/stunnel';

export const mode: FailureMode = {
  id: 'tls/clear-text-on-implicit-tls-port',
  kind: 'client',
  title: 'a client speaks in clear at the port for implicit TLS',
  cause:
    'At 465 TLS begins with the connection. A client that speaks first in clear, such as a browser, sends what is no TLS; so does a proxy (Traefik, HAProxy) with the header of its ' +
    'PROXY protocol, where this service was not told to expect one (smtpd_upstream_proxy_protocol).',
  symptoms: {
    log: [
      {
        ...handshake(
          /(?:wrong version number|http request|https proxy request)/,
          '0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:350:',
          'names',
        ),
        program: /smtps|submissions|465/,
      },
      // Beside STARTTLS too, and on a port for implicit TLS that has no name of its own in the log.
      {
        ...handshake(
          /(?:wrong version number|http request|https proxy request)/,
          '0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:350:',
          'suggests',
        ),
        specimen:
          'postfix/smtpd[903]: warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:350:',
        program: /(?:postfix|submission)\/smtpd$/,
        alternative: true,
      },
      inStunnel(
        'SSL_accept',
        /(?:wrong version number|http request)/,
        'record/ssl3_record.c:350: error:0A00010B:SSL routines::wrong version number',
      ),
      notAccepted,
      {
        // Stalwart.
        pattern: /\(tls\.handshake-error\) listenerId = "[^"]*", localPort = 465, .*InvalidContentType/,
        specimen:
          '2024-11-29T10:00:00Z WARN TLS handshake failed (tls.handshake-error) listenerId = "submissions", localPort = 465, remoteIp = 203.0.113.9, reason = "received corrupt message of type InvalidContentType"',
        strength: 'names',
        alternative: true,
      },
      {
        // Servers in Go: maddy, Mailpit.
        pattern:
          /(?:handler error|error handling \S+|TLS handshake error from .*): tls: first record does not look like a TLS handshake/,
        specimen: 'maddy[2617]: submission: handler error: tls: first record does not look like a TLS handshake',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'No greeting until its time is up; or nothing that it understands.',
  },
  repair: {
    words: 'In the client: 465 with SSL/TLS, or 587 with STARTTLS.',
    commands: ['postconf -P | grep wrappermode'],
  },
  reproduction: {
    inject: '',
    provoke: [
      {
        kind: 'run',
        script: `exec 3<>/dev/tcp/127.0.0.1/465
printf 'EHLO client.outside.example\\r\\n' >&3
timeout 2 cat <&3 >/dev/null || true`,
      },
    ],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [submissionPorts, 'https://github.com/docusealco/docuseal/issues/425'],
};
