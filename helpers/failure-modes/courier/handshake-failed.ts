import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/handshake-failed',
  kind: 'client',

  title: 'Courier and a client, or the next server, do not come to terms about TLS',
  cause:
    'A client speaks in clear where TLS is expected, knows only versions or ciphers that are too old, or does not trust the certificate. “connect” tells of the next server instead, which Courier asks as a client: it knows only old versions, or speaks no TLS at that port.',
  symptoms: {
    log: [
      {
        pattern:
          /couriertls: (?!connect: .*(?:certificate verify failed|unable to get local issuer))(?:accept|connect|read): (?:error:|.*[Hh]andshake|.*alert)/,
        specimen: 'courieresmtpd: couriertls: accept: error:0A00010B:SSL routines::wrong version number',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The connection ends in the handshake.',
  },
  repair: {
    words:
      'In the client: 465 with TLS, or 587 with STARTTLS; renew its software, or use a certificate that it trusts.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587',
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/esmtpd.html'],
};
