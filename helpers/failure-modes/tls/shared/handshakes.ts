import type { ClientStep, LogSign } from '../../../model/failure-mode';

/** What OpenSSL says of a handshake, in the routine of that name or, since 3.0, without one. */
export const handshake = (
  text: RegExp,
  specimen: string,
  strength: LogSign['strength'],
  routine = /[^:]*/,
): LogSign => ({
  pattern: new RegExp(
    `^warning: TLS library problem: (?:\\d+:)?error:[0-9A-F]+:SSL routines:${routine.source}:${text.source}(?::|$)`,
  ),
  specimen: `postfix/smtps/smtpd[903]: warning: TLS library problem: error:${specimen}`,
  strength,
  // Of a handshake in which Postfix is the client, the same words tell the opposite.
  program: /^(?!(?:\S+\/)?(?:smtp|lmtp|tlsproxy|posttls-finger)$)/,
});

/** The same of tlsproxy, where no client writes it. */
export const inProxyToo = (sign: LogSign): LogSign => ({
  ...sign,
  program: /^(?!(?:\S+\/)?(?:smtp|lmtp|posttls-finger)$)/,
});

/** The same of tlsproxy, which is postscreen’s server, and smtp’s client where smtp_tls_connection_reuse is yes. */
export const perhapsInProxy = (sign: LogSign): LogSign => ({
  ...sign,
  specimen: sign.specimen.replace('postfix/smtps/smtpd', 'postfix/tlsproxy'),
  strength: 'suggests',
  program: /(?:^|\/)tlsproxy$/,
  alternative: true,
});

/** OpenSSL up to 1.0.2 says so of a client that is too old, and of one that speaks in clear. */
export const unknownProtocol = {
  ...handshake(
    /unknown protocol/,
    '140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:640:',
    'names',
    /SSL23_GET_CLIENT_HELLO/,
  ),
  program: /smtpd$/,
} as const satisfies LogSign;

export const notAccepted: LogSign = {
  pattern: /^SSL_accept error from \S+: /,
  specimen: 'postfix/smtps/smtpd[903]: SSL_accept error from localhost[127.0.0.1]: -1',
  strength: 'accompanies',
};

// On the server itself: a client as no mail program should be.
export const openssl = (options: string): readonly ClientStep[] => [
  {
    kind: 'run',
    script: `for try in {1..40}; do { exec 3<>/dev/tcp/127.0.0.1/587; } 2>/dev/null && break; sleep 0.1; done
exec 3>&-
openssl s_client -connect 127.0.0.1:465 ${options} </dev/null >/dev/null 2>&1 || true`,
  },
];

export const submissionPorts = 'RFC 8314 section 3.3 and 7.3';

/** A client from outside leaves the submission port before it has said a line: one that begins with TLS there does so. */
export const leavesAtSubmission: LogSign = {
  pattern:
    /^lost connection after CONNECT from (?!(?:localhost|unknown)?\S*\[(?:127\.|::1|10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.))/,
  specimen: 'postfix/submission/smtpd[15459]: lost connection after CONNECT from client.outside.example[198.51.100.7]',
  strength: 'suggests',
  program: /submission\/smtpd$/,
};
