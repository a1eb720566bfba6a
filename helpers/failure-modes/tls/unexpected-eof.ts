import type { FailureMode } from '../../model/failure-mode';
import { handshake, inProxyToo } from './shared/handshakes';

export const mode: FailureMode = {
  id: 'tls/unexpected-eof',
  kind: 'noise',
  title: 'a client hangs up without saying so in TLS',
  cause:
    'OpenSSL 3 calls it an error when a peer closes the connection without the alert close_notify, as monitors, scanners ' +
    'and many mail programs do. What was to be said was said, unless SSL_accept error stands beside it: then it left in the handshake, as one that does not trust the certificate may. Newer Postfix no longer logs it.',
  symptoms: {
    log: [
      inProxyToo(
        handshake(
          /unexpected eof while reading/,
          '0A000126:SSL routines::unexpected eof while reading:../ssl/record/rec_layer_s3.c:308:',
          'names',
        ),
      ),
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: { words: 'Nothing; beside SSL_accept error, read what the client itself says.', commands: [] },
  unreproduced: 'The Postfix of our images no longer logs it.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/iredmail/iRedMail/issues/209', 'RFC 8446 section 6.1'],
};
