import type { FailureMode } from '../../model/failure-mode';
import { connectsInVain } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/no-tls-version-left',
  kind: 'client',
  title: 'a client has no version of TLS left that it may use',
  cause:
    'The program asks for TLS 1.0 or 1.1 only, as old JavaMail does, and its own run-time library has switched these off: jdk.tls.disabledAlgorithms of Java, MinProtocol of OpenSSL. It ends before it sends anything; the server is not asked.',
  symptoms: {
    log: [
      {
        // Java; Python and OpenSSL; Go.
        pattern:
          /No appropriate protocol \(protocol is disabled or cipher suites are inappropriate\)|NO_PROTOCOLS_AVAILABLE|SSL routines:[^:]*:no protocols available|tls: no supported versions satisfy MinVersion and MaxVersion/,
        specimen:
          'javax.net.ssl.SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are inappropriate)',
        strength: 'names',
      },
      connectsInVain,
    ],
    facts: [],
    client: 'None: the client does not get as far as that.',
  },
  repair: {
    words:
      'Renew the mail library, or let it ask for TLS 1.2: mail.smtp.ssl.protocols=TLSv1.2 in Jakarta Mail. Do not allow the old versions again.',
    commands: ['grep ^jdk.tls.disabledAlgorithms "$JAVA_HOME/conf/security/java.security"'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/convertigo/convertigo/issues/514', 'RFC 8996'],
};
