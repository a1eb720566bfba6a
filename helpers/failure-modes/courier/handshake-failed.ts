import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/handshake-failed',
  kind: 'client',

  title: 'a client and Courier do not come to terms about TLS',
  cause:
    'The client speaks in clear where TLS is expected, knows only versions or ciphers that are too old, or does not trust the certificate.',
  symptoms: {
    log: [
      {
        pattern: /couriertls: (?:accept|connect|read): (?:error:|.*[Hh]andshake|.*alert)/,
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
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/esmtpd.html'],
};
