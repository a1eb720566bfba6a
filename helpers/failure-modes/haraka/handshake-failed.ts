import type { FailureMode } from '../../model/failure-mode';
import { triedAll } from './shared/next-server';

export const mode: FailureMode = {
  id: 'haraka/handshake-failed',
  kind: 'client',

  title: 'Haraka and a client, or the next server, do not come to terms about TLS',
  cause:
    'A client speaks in clear where TLS is expected (wrong version number), knows only versions that are too old (unsupported protocol), or does not trust the certificate (unknown ca). Lines of [outbound] tell of the next server: it has a key or a version that is too weak, no STARTTLS where force_tls_hosts wants it, or a certificate that can’t be verified.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:\[core\] client connection error|Ongoing connection failed to \S+ ?): Error: .*:SSL routines:|backend failure: \S+ - .*:SSL routines:|\[core\] client TLS error: |\[tls\] (?:STARTTLS failed\. Marking \S+ as non-TLS host|timeout setting up TLS)/,
        specimen:
          '[INFO] [AE226001-C415-4C0F-A106-2DACD68D7A07] [core] client connection error: Error: 80282D55DA7F0000:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../ssl/record/methods/tlsany_meth.c:77:  ip=198.51.100.7',
        strength: 'names',
      },
      {
        pattern:
          /No TLS available but required by configuration|Host failed TLS verification required by configuration/,
        specimen:
          '[INFO] [1DBA9B1B-55F8-4CBC-A3F6-13D0F3B2A1C5.1.1] [outbound] Temp failing 17_1_mail for 64 seconds: No TLS available but required by configuration.',
        strength: 'names',
        alternative: true,
      },
      triedAll,
    ],
    facts: [],
    client: 'The connection ends in the handshake.',
  },
  repair: {
    words:
      'In the client: 465 with TLS, or 587 with STARTTLS; renew its software, or use a certificate that it trusts.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587',
      'openssl s_client -starttls smtp -connect mx.elsewhere.example:25',
      'grep -n force_tls config/tls.ini',
    ],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/tls'],
};
