import { type Topic, topic } from './topic';

/** TLS and certificates. */
export const tls: readonly Topic[] = [
  topic(
    /tlsa|\bdane\b|dnssec/i,
    `
    tls/certificate-rejected relay-client/tls-policy-unusable relay-client/certificate-not-trusted
    exim/dane-unanswered`,
  ),
  topic(
    /wrong[_ ]version[_ ]number|get_record|unknown protocol|record too|record overflow|first record does not look like|plaintext connection\?|not an SSL\/TLS record|packet length|unexpected packet format|frame (?:header|failed)|http request|wrappermode|NotASCII|(?:garbage|binary|non-ascii|\\x16|\\026\\003)/i,
    `
    client/implicit-tls-at-starttls-port relay-client/wrapper-mode-at-starttls-port tls/unknown-protocol
    tls/clear-text-on-implicit-tls-port tls/implicit-tls-on-starttls-port exim/tls-at-clear-port
    relay-client/port-465-without-wrapper-mode client/starttls-answered-in-clear client/connection-redirected
    haraka/handshake-failed opensmtpd/handshake-failed sendmail/handshake-failed courier/handshake-failed`,
  ),
  topic(
    /^(?!.*(?:expired|self[- ]signed|verif|trust|issuer|host ?name|altname|unknown ca))(?:.*(?:certificate|\bcert\b|private ?key|\bkey ?file|\.pem|\.crt|\.key\b|fullchain|privkey|PEM_read|pkcs).*(?:no such file|permission denied|not found|missing|does ?n[o'’]t exist|can ?n[o'’]t|unable|could not|couldn[’']t|fail|error|mismatch|bad |no start line|not set|required|empty|expecting)|(?:can ?n[o'’]t|unable|could not|couldn[’']t|fail|error|missing|no|empty|bad|invalid|not found|need|without).*(?:certificate|\bcert\b|private ?key|\.pem|\.crt|\.key\b|fullchain|privkey|PEM))/i,
    `
    tls/certificate-missing tls/key-missing tls/file-forbidden tls/file-not-pem tls/key-mismatch tls/no-certificate
    exim/certificate-unusable opensmtpd/certificate-unusable opensmtpd/key-unusable dovecot/certificate-not-there
    dovecot/tls-settings-unusable sendmail/key-unusable haraka/tls-folder-file-unusable haraka/tls-not-configured
    courier/certificate-unusable`,
  ),
  topic(
    /cert(?:ificate)?\b.*\b(?:expired|revoked|expiry)|cert(?:ificate)?[_ ](?:verif\w*|unknown|not|is not|was not|issuer|common name|chain|trust|host\w*|name|altname|invalid|rejected|untrusted)|self[-_ ]signed|(?:verif(?:y|ied|ication)|validat\w+).*(?:cert|peer|chain|fail|trust)|(?:invalid|untrusted|expired|bad|unknown|not trust\w*).*\b(?:cert\w*|issuer|authority|ca)\b|local issuer|first certificate|host ?name.*(?:match|verif|mismatch|certificate)|subject alternative|unknown[_ ]ca\b|trust anchor|altname|peer name|does ?n[o'’]t match.*(?:certificate|CN)|x509/i,
    `
    client/certificate-not-trusted relay-client/certificate-not-trusted tls/certificate-rejected
    client/authorities-missing client/connection-redirected exim/smarthost-handshake-failed exim/handshake-failed
    opensmtpd/smarthost-handshake-failed opensmtpd/handshake-failed sendmail/smarthost-handshake-failed
    sendmail/handshake-failed courier/handshake-failed haraka/handshake-failed dovecot/tls-settings-unusable
    relay-client/untrusted-is-usual`,
  ),
  topic(
    /STARTTLS.*(?:not (?:supported|available|offered|advertised|accept\w*|recogni[sz]ed|implemented|found)|unsupported|unknown|refus|reject|fail|error|disabled|unavailable|does ?n[o'’]t|did ?n[o'’]t|no support|(?<!\d)50\d|454|timed? ?out)|(?:no|does ?n[o'’]t|did ?n[o'’]t|not|without|refused|lacks?).*STARTTLS|TLS (?:is )?(?:not (?:available|supported|offered)|unavailable)/i,
    `
    client/starttls-not-offered client/starttls-fails-on-server relay-client/tls-not-offered
    client/starttls-answered-in-clear client/certificate-not-trusted exim/starttls-not-advertised
    exim/smarthost-handshake-failed opensmtpd/smarthost-handshake-failed sendmail/smarthost-handshake-failed
    haraka/tls-not-configured`,
  ),
  topic(
    /(?:must|need|issue|use|required?|requires|establish|appropriate|without|insist|secure|encrypt\w*).*(?:STARTTLS|\bTLS\b|\bSSL\b|encrypt|secure (?:connection|channel))|(?:STARTTLS|\bTLS\b|\bSSL\b|encryption|secure connection).*(?:require|must|needed|first|mandatory|force)/i,
    `
    client/starttls-demanded auth-not-offered/starttls-required relay-client/tls-demanded
    relay-refused/plaintext-session-rejected client/password-not-sent-in-clear client/starttls-not-offered
    dovecot/login-before-tls opensmtpd/auth-before-tls relay-client/tls-not-offered exim/auth-not-advertised
    exim/smarthost-handshake-failed client/sends-without-login`,
  ),
  topic(
    /handshake|no shared cipher|unsupported protocol|protocol[_ ]version|alert|no (?:suitable|common|appropriate) (?:cipher|protocol|signature)|dh key too small|ee key|legacy renegotiation|(?:TLS|SSL)v?1?(?:\.\d)?.*(?:fail|error|abort|refus|reset|unsupported|too old|disabled|deprecated)|(?:fail|error|unable|can ?not|can’t|can't|could not|enable|start|establish|negotiat).*(?:\bTLS|\bSSL|crypto)|SSL_accept|SSL_connect|schannel|gnutls|crypto\(/i,
    `
    client/server-tls-too-old client/tls-too-old client/no-tls-version-left client/certificate-not-trusted
    client/implicit-tls-at-starttls-port relay-client/tls-handshake-fails relay-client/wrapper-mode-at-starttls-port
    tls/protocol-too-old tls/no-shared-cipher tls/client-leaves-handshake tls/certificate-rejected
    exim/handshake-failed exim/smarthost-handshake-failed opensmtpd/handshake-failed
    opensmtpd/smarthost-handshake-failed sendmail/handshake-failed sendmail/smarthost-handshake-failed
    courier/handshake-failed haraka/handshake-failed dovecot/tls-settings-unusable exim/tls-settings-unusable
    exim/authorities-unusable`,
  ),
];
