import type { FailureMode } from '../../model/failure-mode';
import { certificateRejected, connectsInVain } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/revocation-unknown',
  kind: 'client',
  title: 'a client can not find out whether the server’s certificate has been revoked',
  cause:
    'MailKit, .NET and curl on Windows ask whether a certificate has been revoked, and take no answer for a no. The list of the authority (CRL) is not reachable from the client, as from a container without a way out, or the authority has none any more. The certificate itself may be in order.',
  symptoms: {
    log: [
      {
        // MailKit with OpenSSL; with Windows; .NET; curl with Schannel.
        pattern:
          /(?:^|• )unable to get certificate CRL|The revocation function was unable to check revocation|The remote certificate is invalid because of errors in the certificate chain: .*Revocation|RevocationStatusUnknown|CRYPT_E_(?:NO_REVOCATION_CHECK|REVOCATION_OFFLINE)/,
        specimen: '• unable to get certificate CRL',
        strength: 'names',
      },
      certificateRejected,
      connectsInVain,
    ],
    facts: [],
    client: 'None: the client ends the connection.',
  },
  repair: {
    words:
      'Let the client reach the address that the certificate names for its CRL; or switch this check off in the client alone: CheckCertificateRevocation = false in MailKit, --ssl-no-revoke in curl. The check of the certificate stays on.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587 </dev/null | openssl x509 -noout -ext crlDistributionPoints',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/Sanidhya30/Jellyfin-Newsletter/issues/35',
    'https://github.com/jstedfast/MailKit/blob/master/FAQ.md#ssl-handshake-exception',
    'RFC 5280 section 6.3',
  ],
};
