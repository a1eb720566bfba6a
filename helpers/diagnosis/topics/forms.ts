import { type Topic, topic } from './topic';

/**
 * What a line tells by its form, whatever its words: at which command a next server refuses, which program says that it can’t go on,
 * which back end says no. The more special ones stand first, and only the first that fits counts.
 */
export const forms: readonly Topic[] = [
  topic(
    /relay=\S*\[?\S*(?:private\/|lmtp|:24\b).* said: 4\d\d/,
    'delivery/mail-server-fails delivery/mailbox-full delivery/user-database-out-of-reach delivery/mail-folder-forbidden',
  ),
  topic(
    /relay=\S*\[?\S*(?:private\/|lmtp|:24\b).* said: 5\d\d/,
    'delivery/mailbox-unknown-to-lmtp delivery/mailbox-full delivery/mail-server-fails',
  ),
  topic(
    /(?: said: | refused to talk to me: )4\d\d/,
    `relay-client/next-server-troubled relay-client/put-off-by-greylisting relay-client/own-address-listed
    relay-client/sending-limited`,
  ),
  topic(
    / refused to talk to me: 5\d\d/,
    'relay-client/own-address-listed relay-client/own-address-without-name relay-client/refused-by-policy',
  ),
  topic(
    / said: 5\d\d.*\(in reply to (?:EHLO|HELO)/,
    'relay-client/own-helo-refused relay-client/own-address-listed relay-client/refused-by-policy',
  ),
  topic(
    / said: 5\d\d.*\(in reply to MAIL FROM/,
    `relay-client/sender-not-allowed relay-client/sender-domain-not-real relay-client/own-address-listed
    relay-client/refused-by-policy relay-client/login-not-enabled`,
  ),
  topic(
    / said: 5\d\d.*\(in reply to RCPT TO/,
    `delivery/recipient-unknown-elsewhere relay-client/sender-not-allowed relay-client/own-address-listed
    relay-client/refused-by-policy relay-client/login-not-enabled`,
  ),
  topic(
    / said: 5\d\d.*\(in reply to (?:end of )?DATA/,
    `relay-client/taken-for-spam relay-client/sender-not-proven relay-client/message-not-compliant
    relay-client/refused-by-policy`,
  ),
  topic(
    /relay=(?:local|virtual), .*status=deferred \(/,
    'delivery/mail-folder-forbidden delivery/agent-not-configured delivery/alias-table-fails',
  ),
  topic(
    /relay=(?:local|virtual), .*status=bounced \(/,
    'delivery/local-user-missing delivery/mailbox-full delivery/command-fails',
  ),
  topic(
    /SASL authentication failed; cannot authenticate to server /,
    'relay-client/plug-ins-missing relay-client/plaintext-forbidden relay-client/mechanism-filter relay-client/gssapi-without-ticket',
  ),
  topic(
    /status=deferred \((?:Cannot start TLS|Server certificate not|TLS )/,
    'relay-client/tls-handshake-fails relay-client/certificate-not-trusted relay-client/certificate-of-another-name',
  ),
  topic(/\bconnect to \S+\[[^\]]+\]:\d+: /, 'relay-client/relayhost-does-not-answer relay-client/port-25-blocked'),
  topic(
    /^warning: TLS library problem: .*SSL alert number/,
    'tls/certificate-rejected tls/protocol-too-old tls/no-shared-cipher relay-client/tls-handshake-fails',
  ),
  topic(
    /^warning: TLS library problem: /,
    'tls/protocol-too-old tls/no-shared-cipher tls/client-leaves-handshake relay-client/tls-handshake-fails',
  ),
  topic(
    /^warning: SASL authentication (?:failure|problem): /,
    'saslauthd/not-running passwords/sql-database-fails passwords/ldapdb-fails sasldb/damaged',
  ),
  topic(
    /^warning: \S+: SASL \S+ authentication failed: /,
    'dovecot/wrong-password passwords/wrong saslauthd/back-end-refuses dovecot/temporary-failure',
  ),
  // What Postfix's own codes tell where the words behind them are translated, cut off or unknown.
  topic(
    /(?<![\w.])504[ -]5\.5\.2 </,
    'limits/helo-not-fqdn limits/sender-not-fqdn limits/recipient-not-fqdn relay-client/own-helo-refused',
  ),
  topic(/(?<![\w.])(?:450|550)[ -][45]\.1\.8 </, 'dns/sender-domain-not-found relay-client/sender-domain-not-real'),
  topic(/(?<![\w.])(?:450|550)[ -][45]\.1\.2 </, 'dns/recipient-domain-not-found dns/recipient-domain-not-answered'),
  topic(
    /(?<![\w.])(?:450|550)[ -][45]\.1\.1 </,
    'relay-refused/recipient-unknown delivery/recipient-unknown-elsewhere relay-refused/table-out-of-date',
  ),
  topic(
    /(?<![\w.])(?:454|554)[ -][45]\.7\.1 <[^>]*@/,
    `relay-refused/not-logged-in client/sends-without-login relay-refused/own-domain-not-local
    relay-refused/login-not-permitted client/connection-redirected`,
  ),
  topic(
    /(?<![\w.])553[ -]5\.7\.1 <[^>]*@/,
    'relay-refused/sender-not-owned relay-refused/sender-not-logged-in relay-client/sender-not-allowed',
  ),
  topic(
    /^NOQUEUE: reject: (?:CONNECT|RCPT|MAIL|DATA|END-OF-MESSAGE|ETRN|VRFY|HELO|EHLO) from \S+: [45]\d\d /,
    'relay-refused/refused-in-own-words relay-refused/sender-access-refuses services/policy-server-down',
  ),
  topic(
    /^auth(?:-worker)?(?:\([^)]*\))?(?:<[^>]*>)*: Fatal: /,
    'dovecot/service-ends-at-start dovecot/configuration-error',
  ),
  topic(
    /^auth(?:-worker)?(?:\([^)]*\))?(?:<[^>]*>)*: Error: /,
    'dovecot/database-fails dovecot/pam-refuses dovecot/users-unreadable dovecot/temporary-failure',
  ),
  topic(/^(?:do_auth\s*)?:?\s*auth failure: \[user=/, 'saslauthd/back-end-refuses saslauthd/wrong-password'),
  topic(
    /^master: (?:Error|Fatal): /,
    'dovecot/service-ends-at-start dovecot/limits-reached dovecot/configuration-error dovecot/process-crashes',
  ),
  topic(
    /^PAM (?:unable|adding faulty|bad|failed|error)/,
    'saslauthd/pam-module-missing saslauthd/pam-rules-broken saslauthd/pam-refuses',
  ),
  // What an enhanced status code tells (RFC 3463) where the words behind it are cut off or unknown.
  topic(/\bdsn=[45]\.1\.[78], .*status=/, 'relay-client/sender-domain-not-real relay-client/sender-not-allowed'),
  topic(
    /\bdsn=[45]\.1\.(?:1|10|6), .*status=/,
    'delivery/recipient-unknown-elsewhere delivery/local-user-missing delivery/mailbox-unknown-to-lmtp',
  ),
  topic(/\bdsn=[45]\.[25]\.2, .*status=/, 'delivery/mailbox-full'),
  topic(
    /\bdsn=[45]\.4\.[12], .*status=/,
    'relay-client/relayhost-does-not-answer relay-client/port-25-blocked relay-client/connection-breaks-off',
  ),
  topic(
    /\bdsn=[45]\.4\.[34], .*status=/,
    'dns/recipient-domain-not-found dns/recipient-domain-not-answered dns/chroot-without-resolv-conf',
  ),
  topic(
    /relay=[^,\s]+\[.*\bdsn=[45]\.7\.[45], .*status=/,
    'relay-client/tls-handshake-fails relay-client/certificate-not-trusted relay-client/certificate-of-another-name',
  ),
  topic(
    /relay=[^,\s]+\[.*\bdsn=[45]\.7\.\d+, .*status=/,
    `relay-client/refused-by-policy relay-client/sender-not-proven relay-client/own-address-listed
    relay-client/login-not-enabled`,
  ),
  topic(
    /\bSYSERR\(\w+\): /,
    'sendmail/configuration-error sendmail/queue-unusable sendmail/file-not-safe sendmail/map-unusable',
  ),
  topic(
    /\bH=.* rejected (?:RCPT|MAIL|EHLO|HELO|DATA|connection|after DATA)/,
    'exim/refused-in-own-words exim/relay-not-permitted exim/recipient-unknown',
  ),
  topic(
    /\bauthenticator failed for /,
    'exim/wrong-password exim/lookup-fails exim/authenticator-broken exim/passwords-unreadable',
  ),
  topic(
    /\bT=\S+ (?:H=\S+ .*)?defer \(-?\d+\)/,
    'exim/smarthost-unreachable exim/next-server-refuses exim/smarthost-handshake-failed exim/lookup-fails',
  ),
  topic(
    /\bruleset=check_\w+, .*reject=[45]\d\d/,
    'sendmail/relaying-denied sendmail/client-blocked sendmail/sender-domain-unknown sendmail/milter-refuses',
  ),
  topic(
    /\bdsn=[45]\.\d\.\d+, (?:reply=.*, )?stat=(?!Sent)/,
    'sendmail/next-server-refuses sendmail/smarthost-unreachable sendmail/recipient-unknown',
  ),
  topic(
    /\bsmtp failed-command .*result="5\d\d/,
    'opensmtpd/relay-refused opensmtpd/recipient-unknown opensmtpd/wrong-password',
  ),
];
