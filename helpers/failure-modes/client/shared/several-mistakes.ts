import type { LogSign } from '../../../model/failure-mode';

/** Outlook, where it knows none of the mechanisms, and where none is offered. */
export const outlookNoMethod: LogSign = {
  pattern:
    /0x800CCC80|[Nn]one of the authentication methods supported by (?:this|your) client are supported by|keine der von diesem Client unterst(?:ü|ue)tzten Authentifizierungsmethoden|[Aa]ucune des m(?:é|e)thodes d.authentification|[Nn]inguno de los m(?:é|e)todos de autenticaci(?:ó|o)n/,
  specimen:
    'None of the authentication methods supported by this client are supported by your server. Error Number: 0x800CCC80',
  strength: 'suggests',
  alternative: true,
};

/** Programs that say only that TLS did not begin. */
export const startTlsFails: LogSign = {
  pattern:
    /can't STARTTLS: 2\.0\.0 Ready to start TLS|STARTTLS attempted but failed|CRITICAL - Cannot (?:create SSL context|make SSL connection)|Could not negotiate TLS connection|could not establish an ssl connection/,
  specimen: "can't STARTTLS: 2.0.0 Ready to start TLS",
  strength: 'suggests',
  alternative: true,
};

/** msmtp and ssmtp, of whatever reply to STARTTLS that is not 220. */
export const starttlsNotTaken: LogSign = {
  pattern: /STARTTLS not working|command STARTTLS failed/,
  specimen: 'msmtp: command STARTTLS failed',
  strength: 'suggests',
  alternative: true,
};

/** Python, without the rest of its line. */
export const pythonNotSupported: LogSign = {
  pattern: /\bSMTPNotSupportedError$/,
  specimen: 'smtplib.SMTPNotSupportedError',
  strength: 'suggests',
  alternative: true,
};

/** esmtp, of AUTH as of STARTTLS. */
export const esmtpExtensionMissing: LogSign = {
  pattern: /Requested SMTP extension not available/,
  specimen: 'esmtp: Requested SMTP extension not available',
  strength: 'suggests',
  alternative: true,
};

/** Outlook, which does not tell a certificate from a port of another kind. */
export const outlookNoEncryption: LogSign = {
  pattern: /0x800CCC1A/,
  specimen: 'Your server does not support the connection encryption type you have specified. Error Number: 0x800CCC1A',
  strength: 'suggests',
  alternative: true,
};

/** Python, of an address as of a user name. */
export const notAscii: LogSign = {
  pattern: /'ascii' codec can't encode character/,
  specimen: "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 5: ordinal not in range(128)",
  strength: 'suggests',
  alternative: true,
};

/** Roundcube: the server was ready, and PHP was not content. */
export const roundcubeStarttlsFails: LogSign = {
  pattern: /STARTTLS failed:? .*\(Code: (?:220)?\)|PHP Error: STARTTLS failed \(POST/,
  specimen:
    'roundcube[2622]: <nhaf0b9a> SMTP Error: STARTTLS failed: 2.0.0 Ready to start TLS (Code: 220) in rcube.php on line 1795',
  strength: 'suggests',
  alternative: true,
};

/** openssl s_client: the server ends the handshake, and says no more. */
export const alertInClient: LogSign = {
  pattern:
    /^\d*:?error:\w+:SSL routines:(?:SSL3_READ_BYTES|ssl3_read_bytes):sslv3 alert handshake failure|^SSL3 alert read:fatal:handshake failure/,
  specimen:
    '140735752786888:error:14094410:SSL routines:SSL3_READ_BYTES:sslv3 alert handshake failure:s3_pkt.c:1133:SSL alert number 40',
  strength: 'suggests',
  alternative: true,
};

/** Twisted, where user or password are missing, too. */
export const twistedFindsNone: LogSign = {
  pattern: /502 Server does not support Client Authentication/,
  specimen:
    'twisted.mail._except.AUTHRequiredError: 502 Server does not support Client Authentication schemes [CRAM-MD5, LOGIN, PLAIN]',
  strength: 'suggests',
  alternative: true,
};

/** OpenSSL’s words alone: TLS where there is none, from the first byte or behind STARTTLS. */
export const noTlsThere: LogSign = {
  pattern: /(?<!problem: )\berror:[0-9A-F]{8}:SSL routines:[^:]*:wrong version number$/,
  specimen: 'app[9]: error:1408F10B:SSL routines:ssl3_get_record:wrong version number',
  strength: 'suggests',
  alternative: true,
};

/** GnuTLS: what came is no TLS, or a version that this one does not take. */
export const gnutlsOtherVersion: LogSign = {
  pattern: /TLS handshake failed: A packet with illegal or unsupported version/,
  specimen: 'msmtp: TLS handshake failed: A packet with illegal or unsupported version was received.',
  strength: 'suggests',
  alternative: true,
};

/** Roundcube, of a 454: the server can’t ask its users’ back end (RFC 4954 section 6). */
export const roundcubeTemporary: LogSign = {
  pattern: /SMTP Error \(454\):? Authentication [Ff]ailed/,
  specimen: 'SMTP Error (454): Authentication failed',
  strength: 'suggests',
  alternative: true,
};

/** PHP, without what OpenSSL has to say: the port, the certificate, or the versions. */
export const phpTlsFails: LogSign = {
  pattern:
    /stream_socket_(?:client|enable_crypto)\(\): (?:SSL operation failed with code 1\.?|Failed to enable crypto)$/,
  specimen: 'php: stream_socket_client(): Failed to enable crypto',
  strength: 'suggests',
  alternative: true,
};
