import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/handshake-failed',
  kind: 'client',

  title: 'a client and OpenSMTPD do not come to terms about TLS',
  cause:
    'The client speaks in clear at a listener for TLS (wrong version number, http request), knows only versions that are too old (unsupported protocol), or does not trust the certificate (unknown ca, certificate expired: then it is the server’s that is to be renewed). Some only hang up in the handshake, as bots do. Old printers are the usual ones.',
  symptoms: {
    log: [
      {
        pattern:
          /^[0-9a-f]{16} smtp (?:disconnected|event=closed)(?: \S+=\S+)* reason="?io-error:(?: handshake failed:| ?error:[0-9A-F]+:SSL(?! routines:[^:]*:EVP lib))/i,
        specimen:
          'smtpd[53039]: 08a0eec7b6cdc261 smtp disconnected reason="io-error: handshake failed: error:1402610B:SSL routines:ACCEPT_SR_CLNT_HELLO:wrong version number"',
        strength: 'names',
      },
      {
        pattern: /smtp disconnected reason=tls-accept-failed/,
        specimen: 'smtpd[53039]: 08a0eec7b6cdc261 smtp disconnected reason=tls-accept-failed',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The connection ends in the handshake.',
  },
  repair: {
    words:
      'In the client: 465 with TLS, or 587 with STARTTLS; renew its software, or use a certificate that it trusts.',
    commands: [
      "grep -n '^listen' /etc/smtpd.conf",
      'openssl s_client -starttls smtp -connect mail.example.test:587 </dev/null | openssl x509 -noout -subject -enddate',
    ],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
