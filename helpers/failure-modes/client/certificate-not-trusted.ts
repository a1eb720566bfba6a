import type { FailureMode } from '../../model/failure-mode';
import { distrustedByHand } from './shared/by-hand';
import {
  certificateOfAnother,
  certificateRejected,
  connectsInVain,
  handshakeBehindStarttls,
  webHostGreets,
} from './shared/client-words';
import { schannelDistrusts } from './shared/schannel';
import { outlookNoEncryption, phpTlsFails, roundcubeStarttlsFails, startTlsFails } from './shared/several-mistakes';

/** Unless it is about the name of a large provider, at which somebody else answers. */
// Postfix’s own client says it so of the next server’s.
const unlessOfAnother = `^(?!.*(?:${certificateOfAnother})|.*TLS verify error, trying without|(?:server )?certificate (?:peer name )?verification failed for \\S+: ).*`;

export const mode: FailureMode = {
  id: 'client/certificate-not-trusted',
  kind: 'client',
  title: 'a client does not trust the server’s certificate',
  cause:
    'The certificate is self-signed, has another name than the one that the client connects to, as the name of a container, has run out, or comes without the intermediate one. Or the fault is the client’s: it has no list of authorities or an old one, its clock is wrong, or a virus scanner or proxy on its way shows a certificate of its own. The client ends the connection before it logs in.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `${unlessOfAnother}(?:${
            /\[SSL: CERTIFICATE_VERIFY_FAILED\]|certificate (?:signed by unknown authority|is valid for|has expired or is not yet valid)|Hostname\/IP does not match certificate's altnames|DEPTH_ZERO_SELF_SIGNED_CERT|Error: self[- ]signed certificate|PKIX path building failed|(?<!num=21:)unable to verify the first certificate|SSL operation failed with code 1\..*certificate verify failed/
              .source
          })`,
        ),
        specimen: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
        strength: 'names',
      },
      {
        // Node.js; Java; Ruby; msmtp; curl; swaks; PHP; lettre; git send-email; Go; .NET; MailKit; Erlang; mutt.
        pattern: new RegExp(
          `${unlessOfAnother}(?:${
            /(?<!verified=false error="(?:Error: )?)(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT)|ERR_TLS_CERT_ALTNAME_INVALID|CERT_HAS_EXPIRED|Error: (?:unable to get (?:local )?issuer certificate|certificate has expired)|No subject alternative DNS name matching|CertificateException: No name matching|Server is not trusted: |\*\*\* Fatal error: Error in the certificate\.|Can't verify identity of server: |PKIX path validation failed|CertificateExpiredException: NotAfter|SSL_connect returned=1 .*certificate verify failed|hostname "[^"]*" does not match the server certificate|TLS certificate verification failed: (?!\[|x509|the certificate fingerprint)|curl: \(60\) SSL|\*\*\* TLS startup failed .*certificate verify failed|Peer certificate CN=.* did not match expected CN=|Connection error: .*(?:certificate verify failed|invalid peer certificate(?!.*(?:UnsupportedCertVersion|BadEncoding|UnsupportedSignatureAlgorithm|CaUsedAsEndEntity))|certificate was not trusted)|SSL connect attempt failed .*certificate verify failed|x509: (?:certificate relies on legacy Common Name|cannot validate certificate for|certificate is not valid for any names)|The remote certificate is invalid (?:according to the validation procedure|because of errors in the certificate chain)(?!.*Revocation)|The host name did not match the name given in the server's SSL certificate|• (?:unable to get (?:local )?issuer certificate|self[- ]signed certificate|certificate has expired)|generated CLIENT ALERT: Fatal - (?:Unknown CA|Handshake Failure - \{bad_cert)|bad_cert, ?:?(?:hostname_check_failed|cert_expired|selfsigned_peer|unknown_ca)|SSL Certificate check failed|uses an invalid security certificate|certificate: The certificate is NOT trusted|certificate: Peer's certificate issuer (?:is not recognized|has been marked as not trusted)|SSL not working: (?:error:\w+:.*:)?certificate verify failed|^error:[0-9A-F]{8}:SSL routines:[^:]*:certificate verify failed$|STARTTLS upgrade failed: .*certificate|(?:SSL|TLS)\b.*: certificate has expired\b/
              .source
          })`,
        ),
        specimen: "msmtp: TLS certificate verification failed: the certificate hasn't got a known issuer",
        strength: 'names',
        alternative: true,
      },
      certificateRejected,
      handshakeBehindStarttls,
      webHostGreets,
      connectsInVain,
      outlookNoEncryption,
      {
        // esmtp; mutt; s-nail; nullmailer; Zabbix and curl; Nodemailer; lettre; Thunderbird.
        pattern:
          /Invalid peer certificate \(error \d+\)|^Wrong peer certificate|Untrusted server certificate|Certificate host check failed: |Certificate verification error \(|Server certificate has expired|could not initiate TLS connection: .*certificate verify failed|TLS certificate does not match: |Server SSL\/TLS certificate (?:is untrusted|does not match)|SSL peer certificate or SSH remote key was not OK|Error initiating TLS - (?:self[- ]signed|unable|certificate)|tls error: invalid certificate|SSL_ERROR_BAD_CERT_DOMAIN|SEC_ERROR_(?:UNKNOWN_ISSUER|EXPIRED_CERTIFICATE|UNTRUSTED)/,
        specimen: 'nullmailer: Server SSL/TLS certificate is untrusted',
        strength: 'names',
        alternative: true,
      },
      startTlsFails,
      phpTlsFails,
      {
        // .NET; PHP; Node.js.
        pattern:
          /was invalid with policy errors RemoteCertificate|OpenSSL Error messages: error:\w+:SSL routines:[^:]*:certificate verify failed|Hostname\/IP doesn't match certificate's altnames/,
        specimen: "Error: Hostname/IP doesn't match certificate's altnames",
        strength: 'names',
        alternative: true,
      },
      {
        // Java on Android.
        pattern: /CertPathValidatorException: Trust anchor for certification path not found/,
        specimen:
          'javax.net.ssl.SSLHandshakeException: java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
        strength: 'names',
        alternative: true,
      },
      {
        // dma.
        pattern: /SSL handshake failed fatally: .*certificate verify failed/,
        specimen: 'dma[1a2b]: SSL handshake failed fatally: error:0A000086:SSL routines::certificate verify failed',
        strength: 'names',
        alternative: true,
      },
      roundcubeStarttlsFails,
      {
        // .NET; git send-email.
        pattern:
          /RemoteCertificate(?:NameMismatch|ChainErrors)|STARTTLS failed! hostname verification failed|verify failed at \S*git-send-email/,
        specimen: 'System.Net: RemoteCertificateNameMismatch, RemoteCertificateChainErrors',
        strength: 'names',
        alternative: true,
      },
      {
        // sendEmail.
        pattern: /TLS setup failed: hostname verification failed/,
        specimen: 'sendemail[50331]: ERROR => TLS setup failed: hostname verification failed',
        strength: 'names',
        alternative: true,
      },
      {
        // CheckTLS; a library.
        pattern:
          /^(?:s: )?unable to get local issuer certificate$|Cert VALIDATION ERROR\(S\): |Cert Hostname DOES NOT VERIFY/,
        specimen: 'Certificate 1 of 1 in chain: Cert VALIDATION ERROR(S): self signed certificate',
        strength: 'names',
        alternative: true,
      },
      {
        // OpenSSL’s number for “certificate verify failed”, as Rust prints it.
        pattern: /\bcode: 337047686\b/,
        specimen: 'app[9]: Error { code: 337047686,',
        strength: 'names',
        alternative: true,
      },
      schannelDistrusts,
      distrustedByHand,
      {
        // Gmail, which sends for others by their server.
        pattern: /TLS Negotiation failed, the certificate (?:doesn't match the host|chain|has expired|is (?:not|self))/,
        specimen: "TLS Negotiation failed, the certificate doesn't match the host., code: 0",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: the client ends the connection.',
  },
  repair: {
    words:
      'Look at it from where the client runs, and whether it is the server’s. Use a certificate of a known authority with the name that clients use, and its whole chain; in the client, that name and the system’s authorities.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587 -servername mail.example.test -verify_return_error',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6125', 'RFC 8314 section 4'],
};
