/** What a line speaks of, by words that any program would use for it. */
export interface Topic {
  readonly says: RegExp;
  /** Ids of the modes that it may come from, those that are met most first. */
  readonly modes: readonly string[];
}

/**
 * For lines that no sign knows, and only where nothing in the whole input is known: what is told by them is possible, and never more.
 * The more special topics stand first. Of each, a line is given the modes of whoever wrote it: Postfix’s smtp, a program, Exim.
 */
export const topics: readonly Topic[] = [
  // Exim’s own ways to speak; the rest of its lines is among the others.
  {
    says: /\bR=\S+ T=(?!\S*smtp)\S+ ?(?:defer|:)/,
    modes: [
      ...['exim/mailbox-not-writable', 'exim/home-missing', 'exim/user-not-found', 'exim/mailbox-path-refused'],
      ...['exim/delivery-command-fails', 'exim/pipe-command-refused', 'exim/lmtp-server-refuses', 'exim/mailbox-full'],
    ],
  },
  {
    says: /\bR=\S+ (?:defer|:)/,
    modes: [
      ...['exim/lookup-fails', 'exim/redirect-data-broken', 'exim/expression-broken', 'exim/forward-file-refused'],
      ...['exim/transport-not-set', 'exim/smarthost-not-named', 'exim/user-not-found', 'exim/recipient-unknown'],
    ],
  },
  {
    says: /(?:failed|unable) to expand|expansion of .* failed|while checking a list/i,
    modes: [
      ...['exim/expression-broken', 'exim/lookup-fails', 'exim/tainted-name', 'exim/list-unknown'],
      ...['exim/lookup-type-missing', 'exim/extension-fails'],
    ],
  },
  {
    says: /(?:malware|spam|mime|regex) acl condition|\bDCC: /,
    modes: ['exim/scanner-down', 'exim/content-refused'],
  },
  {
    says: /\bACL\b.*(?:error|fail|not|unknown|invalid|defer)|(?:error|fail\w*|not|unknown|invalid|warning).*\bACL\b/,
    modes: ['exim/acl-broken', 'exim/condition-put-off', 'exim/expression-broken', 'exim/refused-in-own-words'],
  },
  {
    says: /F=<[^>]*>.* (?:temporarily )?rejected (?:RCPT|MAIL|after DATA|during MIME)/,
    modes: [
      ...['exim/refused-in-own-words', 'exim/relay-not-permitted', 'exim/verify-put-off', 'exim/content-refused'],
      ...['exim/client-listed', 'exim/callout-refused'],
    ],
  },
  {
    says: /spool (?:file|directory|error)|journal|message log|msglog/i,
    modes: ['exim/spool-not-writable', 'exim/spool-file-broken', 'exim/spool-full', 'exim/message-frozen'],
  },
  {
    says: /\bfork\b|child process|vanished|(?:crashed with|terminated by) signal|SIGSEGV|non-zero status/,
    modes: ['exim/cannot-fork', 'exim/process-crashes', 'exim/delivery-command-fails', 'exim/transport-filter-fails'],
  },
  {
    says: /read-only file system/i,
    modes: ['permissions/queue-read-only', 'permissions/configuration-on-read-only-mount'],
  },
  {
    says: /\bclam(?:d|av)|freshclam|virus|\.c[vl]d\b|INSTREAM|quarantine/i,
    modes: [
      'services/scanner-down',
      'services/virus-signatures-missing',
      'services/clamd-configuration-broken',

      'services/virus-scanner-may-not-read',
      'services/memory-runs-out',
    ],
  },
  {
    says: /\bredis\b|\bucl\b|hyperscan|fuzzy|rspamd/i,
    modes: [
      'services/rspamd-without-redis',
      'services/rspamd-configuration-broken',
      'services/rspamd-fuzzy-does-not-answer',
      'services/rspamd-key-unusable',
    ],
  },
  {
    says: /_domainkey|\bdkimf?_|\bDKIM\b|signing ?table|key ?table|\bdmarc\b|opendmarc_/i,
    modes: [
      'services/opendkim-key-unusable',
      'services/opendkim-does-not-sign',
      'services/filter-configuration-broken',
      'services/dkim-record-wrong',
      'services/opendmarc-refuses',
      'services/rspamd-key-unusable',
      'relay-client/sender-not-proven',
    ],
  },
  {
    says: /\bpam_\w+|\bPAM\b|\bsssd\b|winbind|nslcd/,
    modes: [
      'saslauthd/pam-refuses',
      'saslauthd/user-service-down',
      'saslauthd/nslcd-down',
      'saslauthd/pam-rules-broken',
      'saslauthd/pam-module-missing',
      'saslauthd/pam-wrong-password',
    ],
  },
  {
    says: /\bsystemd\b|\.service\b|\bunit\b.*(?:fail|not found|mask)/i,
    modes: [
      'services/unit-fails',
      'services/unit-not-there',
      'services/unit-never-ready',
      'services/unit-program-missing',
      'services/unit-user-missing',
      'services/unit-namespace-fails',
      'services/unit-confined',
    ],
  },
  {
    says: /\bcontainers?\b|docker|podman|kubelet|\bpods?\b|\bOCI\b|runc\b|bind mount|\bplatform\b/i,
    modes: [
      'services/container-keeps-ending',
      'services/container-mount-fails',
      'services/image-of-another-processor',
      'permissions/container-may-not-chown',
      'permissions/configuration-on-read-only-mount',
      'ports/docker-chain-missing',
      'services/memory-runs-out',
      'ports/in-use',
    ],
  },
  {
    says: /\brotat(?:e|ing|ion)\b|rsyslog|omfile|imjournal|imuxsock|log ?file/i,
    modes: [
      'syslog/daemon-may-not-write',
      'syslog/rotation-skipped',
      'syslog/daemon-configuration-broken',
      'syslog/lines-dropped',
      'syslog/file-not-writable',
      'syslog/no-syslog',
    ],
  },
  {
    says: /\bjails?\b|fail2ban|banaction/i,
    modes: ['services/fail2ban-does-not-start', 'services/fail2ban-does-not-ban', 'client/address-banned'],
  },
  {
    says: /\bbayes\b|spamassassin|\bspam[dc]\b|sa-update/i,
    modes: [
      'services/spamd-down',
      'services/spamassassin-configuration-broken',
      'services/spamassassin-without-rules',
      'services/bayes-database-closed',
      'services/spamd-user-missing',
      'services/spamd-busy',
    ],
  },
  {
    says: /\bsieve\b|managesieve|\.svbin|pigeonhole/i,
    modes: [
      'delivery/sieve-script-unusable',
      'delivery/sieve-extension-missing',
      'delivery/sieve-storage-unusable',
      'delivery/sieve-can-not-send',
      'delivery/sieve-program-fails',
      'delivery/sieve-over-limits',
      'delivery/sieve-binary-not-saved',
    ],
  },
  {
    says: /haproxy|\bPROXY (?:header|protocol|not|timeout|format)/i,
    modes: ['dovecot/haproxy-header-missing', 'haraka/proxy-header-wrong', 'ports/proxy-header-unexpected'],
  },
  {
    says: /tlsa|\bdane\b|dnssec/i,
    modes: [
      'tls/certificate-rejected',
      'relay-client/tls-policy-unusable',
      'relay-client/certificate-not-trusted',
      'exim/dane-unanswered',
    ],
  },
  {
    says: /wrong[_ ]version[_ ]number|get_record|unknown protocol|record too|record overflow|first record does not look like|plaintext connection\?|not an SSL\/TLS record|packet length|unexpected packet format|frame (?:header|failed)|http request|wrappermode|NotASCII|(?:garbage|binary|non-ascii|\\x16|\\026\\003)/i,
    modes: [
      ...['client/implicit-tls-at-starttls-port', 'relay-client/wrapper-mode-at-starttls-port', 'tls/unknown-protocol'],
      ...['tls/clear-text-on-implicit-tls-port', 'tls/implicit-tls-on-starttls-port', 'exim/tls-at-clear-port'],
      ...[
        'relay-client/port-465-without-wrapper-mode',
        'client/starttls-answered-in-clear',
        'client/connection-redirected',
      ],
      ...[
        'haraka/handshake-failed',
        'opensmtpd/handshake-failed',
        'sendmail/handshake-failed',
        'courier/handshake-failed',
      ],
    ],
  },
  {
    says: /^(?!.*(?:expired|self[- ]signed|verif|trust|issuer|host ?name|altname|unknown ca))(?:.*(?:certificate|\bcert\b|private ?key|\bkey ?file|\.pem|\.crt|\.key\b|fullchain|privkey|PEM_read|pkcs).*(?:no such file|permission denied|not found|missing|does ?n[o'’]t exist|can ?n[o'’]t|unable|could not|couldn[’']t|fail|error|mismatch|bad |no start line|not set|required|empty|expecting)|(?:can ?n[o'’]t|unable|could not|couldn[’']t|fail|error|missing|no|empty|bad|invalid|not found|need|without).*(?:certificate|\bcert\b|private ?key|\.pem|\.crt|\.key\b|fullchain|privkey|PEM))/i,
    modes: [
      ...['tls/certificate-missing', 'tls/key-missing', 'tls/file-forbidden', 'tls/file-not-pem', 'tls/key-mismatch'],
      ...[
        'tls/no-certificate',
        'exim/certificate-unusable',
        'opensmtpd/certificate-unusable',
        'opensmtpd/key-unusable',
      ],
      ...['dovecot/certificate-not-there', 'dovecot/tls-settings-unusable', 'sendmail/key-unusable'],
      ...['haraka/tls-folder-file-unusable', 'haraka/tls-not-configured', 'courier/certificate-unusable'],
    ],
  },
  {
    says: /cert(?:ificate)?\b.*\b(?:expired|revoked|expiry)|cert(?:ificate)?[_ ](?:verif\w*|unknown|not|is not|was not|issuer|common name|chain|trust|host\w*|name|altname|invalid|rejected|untrusted)|self[-_ ]signed|(?:verif(?:y|ied|ication)|validat\w+).*(?:cert|peer|chain|fail|trust)|(?:invalid|untrusted|expired|bad|unknown|not trust\w*).*\b(?:cert\w*|issuer|authority|ca)\b|local issuer|first certificate|host ?name.*(?:match|verif|mismatch|certificate)|subject alternative|unknown[_ ]ca\b|trust anchor|altname|peer name|does ?n[o'’]t match.*(?:certificate|CN)|x509/i,
    modes: [
      ...['client/certificate-not-trusted', 'relay-client/certificate-not-trusted', 'tls/certificate-rejected'],
      ...['client/authorities-missing', 'client/connection-redirected', 'exim/smarthost-handshake-failed'],
      ...['exim/handshake-failed', 'opensmtpd/smarthost-handshake-failed', 'opensmtpd/handshake-failed'],
      ...['sendmail/smarthost-handshake-failed', 'sendmail/handshake-failed', 'courier/handshake-failed'],
      ...['haraka/handshake-failed', 'dovecot/tls-settings-unusable', 'relay-client/untrusted-is-usual'],
    ],
  },
  {
    says: /STARTTLS.*(?:not (?:supported|available|offered|advertised|accept\w*|recogni[sz]ed|implemented|found)|unsupported|unknown|refus|reject|fail|error|disabled|unavailable|does ?n[o'’]t|did ?n[o'’]t|no support|(?<!\d)50\d|454|timed? ?out)|(?:no|does ?n[o'’]t|did ?n[o'’]t|not|without|refused|lacks?).*STARTTLS|TLS (?:is )?(?:not (?:available|supported|offered)|unavailable)/i,
    modes: [
      ...['client/starttls-not-offered', 'client/starttls-fails-on-server', 'relay-client/tls-not-offered'],
      ...['client/starttls-answered-in-clear', 'client/certificate-not-trusted', 'exim/starttls-not-advertised'],
      ...[
        'exim/smarthost-handshake-failed',
        'opensmtpd/smarthost-handshake-failed',
        'sendmail/smarthost-handshake-failed',
      ],
      ...['haraka/tls-not-configured'],
    ],
  },
  {
    says: /(?:must|need|issue|use|required?|requires|establish|appropriate|without|insist|secure|encrypt\w*).*(?:STARTTLS|\bTLS\b|\bSSL\b|encrypt|secure (?:connection|channel))|(?:STARTTLS|\bTLS\b|\bSSL\b|encryption|secure connection).*(?:require|must|needed|first|mandatory|force)/i,
    modes: [
      ...['client/starttls-demanded', 'auth-not-offered/starttls-required', 'relay-client/tls-demanded'],
      ...[
        'relay-refused/plaintext-session-rejected',
        'client/password-not-sent-in-clear',
        'client/starttls-not-offered',
      ],
      ...[
        'dovecot/login-before-tls',
        'opensmtpd/auth-before-tls',
        'relay-client/tls-not-offered',
        'exim/auth-not-advertised',
      ],
      ...['exim/smarthost-handshake-failed', 'client/sends-without-login'],
    ],
  },
  {
    says: /handshake|no shared cipher|unsupported protocol|protocol[_ ]version|alert|no (?:suitable|common|appropriate) (?:cipher|protocol|signature)|dh key too small|ee key|legacy renegotiation|(?:TLS|SSL)v?1?(?:\.\d)?.*(?:fail|error|abort|refus|reset|unsupported|too old|disabled|deprecated)|(?:fail|error|unable|can ?not|can’t|can't|could not|enable|start|establish|negotiat).*(?:\bTLS|\bSSL|crypto)|SSL_accept|SSL_connect|schannel|gnutls|crypto\(/i,
    modes: [
      ...[
        'client/server-tls-too-old',
        'client/tls-too-old',
        'client/no-tls-version-left',
        'client/certificate-not-trusted',
      ],
      ...[
        'client/implicit-tls-at-starttls-port',
        'relay-client/tls-handshake-fails',
        'relay-client/wrapper-mode-at-starttls-port',
      ],
      ...['tls/protocol-too-old', 'tls/no-shared-cipher', 'tls/client-leaves-handshake', 'tls/certificate-rejected'],
      ...['exim/handshake-failed', 'exim/smarthost-handshake-failed', 'opensmtpd/handshake-failed'],
      ...['opensmtpd/smarthost-handshake-failed', 'sendmail/handshake-failed', 'sendmail/smarthost-handshake-failed'],
      ...[
        'courier/handshake-failed',
        'haraka/handshake-failed',
        'dovecot/tls-settings-unusable',
        'exim/tls-settings-unusable',
        'exim/authorities-unusable',
      ],
    ],
  },
  {
    says: /getaddrinfo|ENOTFOUND|EAI_AGAIN|name or service not known|nodename nor servname|no such host|unknown ?host|name resolution|(?:resolve|look ?up|find|locate).*\bhost|host ?name? .*not (?:be )?(?:found|resolved)|server misbehaving|NXDOMAIN|name server|host not found|host or domain name|domain (?:name )?not found|\bDNS\b/i,
    modes: [
      ...['client/server-name-not-found', 'relay-client/relayhost-not-found', 'relay-client/relayhost-malformed'],
      ...['permissions/chroot-hides-dns-from-delivery', 'dns/chroot-without-resolv-conf', 'dns/own-name-not-valid'],
      ...['exim/smarthost-unreachable', 'opensmtpd/next-server-unreachable', 'sendmail/smarthost-unreachable'],
      ...['courier/next-server-unreachable', 'haraka/next-server-unreachable', 'dns/client-without-ptr-record'],
    ],
  },
  {
    says: /\/tcp\s+(?:closed|filtered)|connection refused|ECONNREFUSED|actively refused|10061|refused connection|could(?: not|n't) connect|(?:can ?not|can’t|can't|unable to|fail(?:ed|ure)? (?:to|in)) (?:\w+ )?(?:connect|open|reach|establish)|connect(?:ion)? .*(?:fail|could not)|not connect|connection (?:error|failure)/i,
    modes: [
      ...[
        'client/nothing-listens',
        'client/connection-times-out',
        'client/server-name-not-found',
        'client/no-greeting',
      ],
      ...['relay-client/relayhost-does-not-answer', 'relay-client/port-25-blocked', 'exim/smarthost-unreachable'],
      ...['opensmtpd/next-server-unreachable', 'sendmail/smarthost-unreachable', 'courier/next-server-unreachable'],
      ...['haraka/next-server-unreachable', 'services/service-does-not-answer', 'dovecot/connection-lost'],
    ],
  },
  {
    says: /ETIMEDOUT|time[ds]? ?-?out|TimeoutE|10060|i\/o timeout|no route to host|unreachable|no response|not respond/i,
    modes: [
      ...[
        'client/connection-times-out',
        'client/no-greeting',
        'relay-client/port-25-blocked',
        'relay-client/no-way-by-ipv6',
      ],
      ...['relay-client/relayhost-does-not-answer', 'relay-client/connection-breaks-off', 'exim/smarthost-unreachable'],
      ...['opensmtpd/next-server-unreachable', 'sendmail/smarthost-unreachable', 'courier/next-server-unreachable'],
      ...['haraka/next-server-unreachable', 'services/service-does-not-answer', 'dovecot/lookup-times-out'],
    ],
  },
  {
    says: /(?:auth|login|password|credential|user ?name).*(?:empty|not set|blank|null|nil|missing|none|undefined)|(?:missing|empty|no|without) .*(?:credential|password|user ?name)|no secret/i,
    modes: [
      ...['client/credentials-missing', 'client/empty-user', 'relay-client/no-user-in-password-table'],
      ...[
        'relay-client/password-maps-not-set',
        'relay-client/password-under-another-name',
        'opensmtpd/credentials-missing',
      ],
      ...[
        'client/login-refused',
        'sasldb/no-users',
        'sasldb/missing',
        'exim/passwords-unreadable',
        'dovecot/no-passdb',
      ],
    ],
  },
  {
    says: /no (?:supported|suitable|compatible|matching|common|acceptable|usable|worthy|known|available)? ?(?:SASL |SMTP )?(?:auth\w* )?mech|mechanism.*(?:not (?:supported|available|offered|recogni[sz]ed|enabled|allowed)|unsupported|unknown|unrecogni[sz]ed|invalid|unavailable|disabled|weak)|(?:unsupported|unknown|unrecogni[sz]ed|invalid) .*(?:mechanism|auth\w* (?:type|method|scheme))|auth\w* (?:type|method|scheme).*(?:not|un)/i,
    modes: [
      ...[
        'client/no-mechanism-in-common',
        'client/mechanism-misnamed',
        'mechanisms/not-offered',
        'client/finds-no-auth',
      ],
      ...['relay-client/plug-ins-missing', 'relay-client/mechanism-filter', 'relay-client/plaintext-forbidden'],
      ...['no-mechanisms/plug-ins-missing', 'dovecot/mechanism-not-offered', 'dovecot/unknown-mechanism'],
      ...['opensmtpd/mechanism-not-supported', 'exim/smarthost-offers-no-login', 'opensmtpd/smarthost-offers-no-login'],
      ...['sendmail/no-mechanisms', 'sendmail/client-plug-ins-missing', 'haraka/next-server-offers-no-login'],
      ...['courier/auth-not-offered', 'haraka/auth-not-offered'],
    ],
  },
  {
    says: /(?:does ?n[o'’]t|did ?n[o'’]t|not|no) (?:\w+ )?(?:support|offer|advertis|allow|enabled?)\w* ?(?:SMTP )?auth|auth\w* (?:extension|command|is|are|was)? ?(?:not (?:supported|available|advertised|offered|enabled|implemented|allowed|permitted)|unsupported|disabled|unavailable|unknown)|AUTH.*(?:unrecogni[sz]ed|not recogni[sz]ed|unimplemented|not implemented)|50[0-4].*\bauth/i,
    modes: [
      ...[
        'client/finds-no-auth',
        'client/starttls-demanded',
        'client/no-mechanism-in-common',
        'auth-not-offered/switched-off',
      ],
      ...['auth-not-offered/only-in-tls', 'exim/auth-not-advertised', 'exim/smarthost-offers-no-login'],
      ...[
        'opensmtpd/smarthost-offers-no-login',
        'courier/auth-not-offered',
        'haraka/auth-not-offered',
        'sendmail/no-mechanisms',
      ],
    ],
  },
  {
    says: /app(?:lication)?[- ]specific|application password|app password|oauth|xoauth|access token|bearer|basic auth\w* is disabled|web browser|less secure|authorization code|授权码/i,
    modes: [
      ...['relay-client/application-password-wanted', 'relay-client/basic-authentication-disabled'],
      ...['relay-client/token-not-taken', 'relay-client/token-not-renewed', 'relay-client/unsuccessful-at-microsoft'],
      ...[
        'client/login-refused',
        'dovecot/token-refused',
        'relay-client/token-file-unreadable',
        'mechanisms/oauth-asked-for',
      ],
    ],
  },
  {
    says: /(?:auth\w*|log ?in|login|smtp auth) (?:is )?(?:required|needed|first|before|mandatory)|must (?:be )?(?:authenticat|log ?in|sign)|(?:wants?|needs?|demands?|expects?) (?:a |an |you to )?(?:log ?in|auth)|require[sd]? (?:smtp )?auth|(?:not|un) ?(?:authenticated|logged in)|authenticate before|530[ :,).-]|please (?:log ?in|authenticat)/i,
    modes: [
      ...['client/sends-without-login', 'client/starttls-demanded', 'client/credentials-without-auth'],
      ...['relay-client/login-not-enabled', 'relay-client/password-under-another-name', 'exim/smarthost-wants-login'],
      ...[
        'opensmtpd/login-demanded',
        'haraka/login-demanded',
        'haraka/next-server-wants-login',
        'courier/login-demanded',
      ],
      ...['courier/smarthost-wants-login', 'sendmail/smarthost-wants-login', 'relay-refused/not-logged-in'],
    ],
  },
  {
    says: /relay(?:ing)?\b(?!=).*(?:den|not|refus|reject|prohibit|disallow|forbid|disabled|failed|unable)|(?:not|no|cannot|unable|refus\w*|reject\w*|do ?n[o'’]t|prohibit\w*|den(?:y|ied)).*\brelay(?!=)|rcpthosts|mail for .* not accepted|not.*local (?:domain|host)/i,
    modes: [
      ...['client/sends-without-login', 'client/credentials-without-auth', 'relay-refused/not-logged-in'],
      ...['relay-refused/login-not-permitted', 'relay-refused/own-domain-not-local', 'relay-client/login-not-enabled'],
      ...['relay-client/address-not-registered', 'dns/mx-leads-elsewhere', 'exim/relay-not-permitted'],
      ...['exim/smarthost-wants-login', 'opensmtpd/relay-refused', 'haraka/relay-refused', 'courier/relaying-denied'],
      ...[
        'sendmail/relaying-denied',
        'sendmail/smarthost-wants-login',
        'relay-refused/private-client-outside-mynetworks',
      ],
    ],
  },
  {
    says: /(?<![\w=.:/-])53[3-9](?=[ ,)\]:'"-]|$)|auth\w*(?: \w+){0,2} ?(?:[:=] ?)?(?:fail|unsuccess|reject|refus|invalid|denied|incorrect|not accept|error|unable)|(?:fail|unable|could ?n[o'’]t|can ?n[o'’]t|not|error|unsuccess|reject|refus|den(?:y|ied)|bad|wrong|invalid|incorrect|unknown|mismatch)\w*.*(?:auth|log ?in\b|log ?on|password|credential|user ?name|account)|(?:login|logon|password|credentials?|user ?name|account|user).*(?:fail|denied|invalid|incorrect|wrong|not accept|mismatch|rejected|refused|disabled|locked|unknown|does ?n[o'’]t exist|not found|bad)/i,
    modes: [
      ...['client/login-refused', 'relay-client/wrong-password', 'passwords/wrong', 'dovecot/wrong-password'],
      ...['dovecot/unknown-user', 'dovecot/database-fails', 'saslauthd/back-end-refuses', 'saslauthd/pam-refuses'],
      ...[
        'saslauthd/ldap-refuses',
        'sasldb/missing',
        'sasldb/no-users',
        'exim/wrong-password',
        'exim/smarthost-refuses-login',
      ],
      ...[
        'opensmtpd/wrong-password',
        'opensmtpd/smarthost-refuses-login',
        'courier/wrong-password',
        'haraka/wrong-password',
      ],
      ...['sendmail/wrong-password', 'relay-client/application-password-wanted', 'dovecot/hash-of-another-scheme'],
      ...['haraka/auth-server-unreachable', 'exim/lookup-fails', 'courier/database-fails', 'services/database-refuses'],
      ...['client/guessing', 'services/database-query-fails'],
    ],
  },
  {
    says: /(?:sender|\bfrom\b|envelope|return-path|identity|reverse-path|mailfrom).*(?:refus|reject|not (?:allow|own|permit|author|verif|match|accept|valid|belong)|denied|invalid|mismatch|unauthori[sz]ed|must|fail|unverified|forbidden|illegal|syntax|malformed)|(?:not (?:allow|permit|author)|unauthori[sz]ed|denied|forbidden|invalid|illegal|unverified|verify|match).*(?:sender|\bfrom\b|send as|\bas\b.*address|identity)|send ?as|mailbox unavailable|action not taken|relay from|alias/i,
    modes: [
      ...['relay-client/sender-not-allowed', 'relay-refused/sender-not-owned', 'relay-refused/sender-access-refuses'],
      ...['client/address-malformed', 'client/sends-without-login', 'relay-client/address-not-registered'],
      ...['relay-client/sender-not-proven', 'exim/sender-not-verified', 'exim/next-server-refuses-sender'],
      ...['opensmtpd/next-server-refuses', 'haraka/sender-of-another-domain', 'courier/sender-domain-unknown'],
      ...['sendmail/sender-domain-unknown', 'limits/sender-not-fqdn', 'relay-refused/sender-unknown'],
    ],
  },
  {
    says: /\b(?:helo|ehlo)\b.*(?:reject|refus|invalid|need|not|bad|denied|fqdn|fully|syntax|access)|fully[- ]qualified/i,
    modes: [
      ...[
        'client/helo-refused',
        'limits/helo-not-fqdn',
        'limits/helo-invalid',
        'limits/helo-not-found',
        'limits/sender-not-fqdn',
      ],
      ...['exim/helo-refused', 'opensmtpd/helo-invalid', 'opensmtpd/own-name-not-found', 'sendmail/own-name-unknown'],
    ],
  },
  {
    says: /\bSPF\b|DKIM|DMARC|unauthenticated (?:mail|email|message)|5\.7\.2[36]/i,
    modes: [
      ...['relay-client/sender-not-proven', 'relay-refused/sender-fails-spf', 'services/opendkim-does-not-sign'],
      ...[
        'services/opendkim-key-unusable',
        'relay-refused/spf-sees-the-gateway',
        'services/milter-down',
        'exim/signature-not-valid',
        'exim/dkim-key-unusable',
        'exim/dmarc-list-missing',
        'exim/spf-refused',
      ],
    ],
  },
  {
    says: /black ?list|block ?list|block(?:ed)? (?:using|by|at|due)|listed|rbl|dnsbl|reputation|spamhaus|barracuda|reverse dns|\bPTR\b|\bban(?:ned)?\b/i,
    modes: [
      ...[
        'relay-client/own-address-listed',
        'relay-client/own-domain-listed',
        'relay-client/direct-mail-refused',
        'relay-client/own-address-without-name',
      ],
      ...['dns/client-listed', 'exim/client-listed', 'dns/list-refuses-open-resolver', 'dns/lists-before-login'],
      ...['relay-client/taken-for-spam', 'exim/next-server-refuses', 'opensmtpd/next-server-refuses'],
    ],
  },
  {
    says: /gr[ea]y-?list|try again later|temporar(?:y|ily) (?:reject|defer|refus|unavail)|rate|limit|too many|quota|throttl|exceed/i,
    modes: [
      ...['relay-client/sending-limited', 'relay-client/put-off-by-greylisting', 'relay-client/logins-limited'],
      ...['services/greylisting', 'limits/connection-rate', 'limits/connections-at-once', 'limits/login-rate'],
      ...[
        'limits/message-rate',
        'limits/message-size',
        'exim/greylisted',
        'exim/too-many-connections',
        'exim/sending-limited',
        'exim/too-many-recipients',
        'exim/message-too-big',
      ],
      ...['opensmtpd/too-many-connections', 'dovecot/limits-reached', 'delivery/mailbox-full'],
      ...[
        'dovecot/mail-processes-at-limit',
        'opensmtpd/session-limits',
        'courier/connections-at-limit',
        'courier/too-many-recipients',
        'haraka/too-busy',
        'sendmail/too-busy',
      ],
    ],
  },
  {
    says: /spam|virus|content (?:reject|filter)|policy/i,
    modes: [
      ...['relay-client/taken-for-spam', 'services/milter-refuses', 'services/content-check-refuses'],
      ...['services/policy-server-down', 'relay-client/direct-mail-refused', 'relay-refused/refused-in-own-words'],
      ...['sendmail/milter-refuses', 'courier/filter-refuses', 'haraka/content-refused', 'haraka/scanner-fails'],
    ],
  },
  {
    says: /milter|filter|\bopendkim|rspamd|amavis|clamav|spamass|postgrey|policyd|\blmtp\b|content_filter/i,
    modes: [
      ...[
        'services/milter-down',
        'services/milter-breaks-off',
        'services/content-filter-down',
        'services/policy-server-down',
      ],
      ...['services/milter-refuses', 'services/filter-does-not-listen', 'exim/scanner-down', 'opensmtpd/filter-ends'],
      ...[
        'sendmail/milter-down',
        'delivery/lmtp-server-down',
        'opensmtpd/lmtp-unreachable',
        'exim/lmtp-socket-unreachable',
      ],
      ...['sendmail/milter-refuses', 'courier/filter-refuses', 'haraka/scanner-fails'],
    ],
  },
  {
    says: /(?:mysql|pgsql|postgres|sqlite|\bsql|mariadb|ldap|redis|memcache|database|\bdb\b|lookup|table|\bmap\b|query)\b.*(?:fail|error|denied|refus|can ?n[o'’]t|unable|could not|not|unknown|missing|lost|closed|timed? ?out|no such)|(?:fail|error|unable|can ?n[o'’]t|could not|unsupported|unknown|no such|open|missing).*(?:mysql|pgsql|postgres|sqlite|sql|mariadb|ldap|redis|database|table|lookup|\bmap\b|dictionary|\.db\b)/i,
    modes: [
      ...['services/database-down', 'services/database-refuses', 'services/database-query-fails'],
      ...['relay-refused/table-not-built', 'relay-refused/table-file-missing', 'relay-refused/table-type-unsupported'],
      ...['relay-refused/table-line-unreadable', 'dovecot/database-fails', 'dovecot/driver-not-built-in'],
      ...['saslauthd/ldap-unreachable', 'saslauthd/ldap-refuses', 'saslauthd/ldap-configuration-broken'],
      ...['passwords/sql-database-fails', 'passwords/ldapdb-fails', 'exim/lookup-fails', 'exim/tainted-name'],
      ...[
        'opensmtpd/table-process-ends',
        'courier/database-fails',
        'sendmail/map-unusable',
        'sendmail/map-type-missing',
      ],
      ...['relay-client/password-table-unusable', 'permissions/database-file-forbidden'],
      ...[
        'dovecot/dictionary-fails',
        'opensmtpd/table-not-opened',
        'opensmtpd/table-backend-missing',
        'sendmail/map-lookup-fails',
        'haraka/redis-unreachable',
      ],
    ],
  },
  {
    says: /permission denied|not permitted|EACCES|EPERM|ownership|not owned by|world[- ]writable|insecure|privilege|setgid|setuid|must be owned|selinux|apparmor|avc:/i,
    modes: [
      ...['client/connection-forbidden', 'permissions/denied-by-selinux', 'permissions/denied-by-apparmor'],
      ...[
        'permissions/data-folder-not-postfix',
        'permissions/mail-folder-not-postfix',
        'permissions/private-folder-not-postfix',
      ],
      ...['permissions/postdrop-not-setgid', 'permissions/maildrop-wrong-group', 'permissions/database-file-forbidden'],
      'sasldb/closed-to-postfix',
      ...['dovecot/socket-permissions', 'dovecot/login-folder-closed', 'saslauthd/not-accessible', 'exim/not-root'],
      ...[
        'exim/spool-not-writable',
        'exim/mailbox-not-writable',
        'opensmtpd/spool-not-set-up',
        'opensmtpd/mailbox-not-writable',
      ],
      ...[
        'exim/log-not-writable',
        'exim/configuration-not-trusted',
        'sendmail/queue-closed',
        'delivery/mail-folder-forbidden',
      ],
      ...[
        'services/milter-socket-forbidden',
        'tls/file-forbidden',
        'client/password-file-rights',
        'services/policy-daemon-files-closed',
        'services/amavis-folder-closed',
        'permissions/container-may-not-chown',
        'syslog/daemon-may-not-write',
        'client/nullmailer-queue-broken',
        'client/dma-spool-closed',
        'dovecot/service-socket-closed',
        'dovecot/configuration-unreadable',
        'opensmtpd/configuration-not-safe',
        'sendmail/file-not-safe',
        'sendmail/privileges-not-changed',
      ],
    ],
  },
  {
    says: /address already in use|in use|EADDRINUSE|bind(?:ing)?\b|listen/i,
    modes: [
      ...[
        'ports/in-use',
        'ports/already-running',
        'ports/bind-not-permitted',
        'ports/address-not-here',
        'exim/port-in-use',
      ],
      ...['opensmtpd/port-in-use', 'haraka/port-in-use', 'sendmail/port-in-use', 'services/filter-does-not-listen'],
      ...[
        'exim/port-not-permitted',
        'exim/address-not-here',
        'exim/port-name-unknown',
        'dovecot/address-family-missing',
        'exim/address-family-missing',
        'services/runs-already',
      ],
    ],
  },
  {
    says: /(?:config\w*|settings?|parameter|option|syntax|directive|\.conf|\.cf\b|\.yml|\.ini|line \d+|[a-z]:\d+:).*(?:error|invalid|unknown|unrecogni[sz]ed|bad|missing|obsolete|deprecated|not (?:valid|supported|found|allowed)|unexpected|malformed|fail|can ?n[o'’]t|undefined)|(?:error|invalid|unknown|unrecogni[sz]ed|bad|malformed|fail\w*|missing).*(?:config|setting|parameter|option|syntax|directive|\.conf|\.cf\b|line \d+)/i,
    modes: [
      ...['permissions/parameter-malformed', 'relay-refused/configuration-error', 'dovecot/configuration-error'],
      ...[
        'exim/configuration-error',
        'exim/expression-broken',
        'exim/acl-broken',
        'exim/configuration-missing',
        'opensmtpd/configuration-error',
        'client/setting-unusable',
      ],
      ...['relay-refused/restriction-malformed', 'relay-refused/restriction-misspelt', 'ports/master-cf-bad-column'],
      ...['services/start-script-stops', 'saslauthd/ldap-configuration-broken', 'no-mechanisms/smtpd-conf-syntax'],
      ...[
        'haraka/plugin-fails',
        'haraka/plugin-missing',
        'relay-client/relayhost-malformed',
        'services/filter-configuration-broken',
        'services/clamd-configuration-broken',
        'services/amavis-configuration-broken',
        'services/rspamd-configuration-broken',
        'syslog/daemon-configuration-broken',
        'permissions/parameter-unknown',
      ],
      ...['sendmail/configuration-error', 'haraka/listen-malformed', 'courier/module-missing'],
    ],
  },
  {
    says: /(?:recipient|mailbox|user|address|\brcpt\b).*(?:unknown|not (?:found|exist|known|here|accept)|does ?n[o'’]t exist|no such|reject|refus|invalid|disabled|unrout|full)|(?:no such|unknown) (?:user|recipient|mailbox)|unrouteable|5\.1\.1|(?<![\w=.:/-])55[0-4](?=[ ,)\]:'"-]|$)/i,
    modes: [
      ...[
        'delivery/recipient-unknown-elsewhere',
        'relay-refused/recipient-unknown',
        'relay-refused/own-domain-not-local',
      ],
      ...[
        'relay-client/sender-not-allowed',
        'client/sends-without-login',
        'exim/recipient-unknown',
        'exim/next-server-refuses',
      ],
      ...['opensmtpd/recipient-unknown', 'opensmtpd/next-server-refuses', 'courier/recipient-unknown'],
      ...[
        'sendmail/recipient-unknown',
        'sendmail/next-server-refuses',
        'delivery/mailbox-unknown-to-lmtp',
        'client/address-malformed',
      ],
    ],
  },
  {
    says: /(?:connection|socket|server|peer|host|remote|session|stream|client)s?\b.*(?:clos|lost|reset|abort|drop|disconnect|hung|hang|terminat|eof)|ECONNRESET|EPIPE|broken pipe|\bEOF\b|hang ?up|disconnect|end of file|lost connection|unexpected (?:reply|response|end)|no greeting|empty re(?:ply|sponse)/i,
    modes: [
      ...[
        'client/no-greeting',
        'client/implicit-tls-at-starttls-port',
        'client/login-refused',
        'client/certificate-not-trusted',
      ],
      ...[
        'relay-client/server-drops-before-greeting',
        'relay-client/connection-breaks-off',
        'relay-client/port-465-without-wrapper-mode',
      ],
      ...['tls/client-leaves-handshake', 'tls/certificate-rejected', 'client/gone-during-login', 'exim/client-gone'],
      ...['exim/smarthost-unreachable', 'exim/smarthost-handshake-failed', 'opensmtpd/next-server-unreachable'],
      ...[
        'opensmtpd/table-process-ends',
        'sendmail/client-breaks-off',
        'dovecot/connection-lost',
        'dovecot/client-left',
      ],
      ...['services/milter-breaks-off', 'ports/proxy-header-unexpected'],
    ],
  },
  {
    says: /command (?:not|unrecogni|unknown|rejected|unimplemented)|not implemented|unrecogni[sz]ed command|unknown command|bad sequence|syntax error|protocol error|(?<![\w=.:/-])50[0-4](?=[ ,)\]:'"-]|$)|pipelin/i,
    modes: [
      ...[
        'client/finds-no-auth',
        'client/starttls-not-offered',
        'client/address-malformed',
        'client/starttls-answered-in-clear',
      ],
      ...[
        'limits/pipelining-forbidden',
        'ports/proxy-header-unexpected',
        'exim/client-too-early',
        'exim/auth-not-advertised',
      ],
      ...[
        'exim/starttls-not-advertised',
        'exim/command-refused',
        'exim/address-malformed',
        'exim/next-server-speaks-wrong',
        'limits/non-smtp-command',
      ],
    ],
  },
  {
    says: /out of memory|cannot allocate|vsz_limit|ENOMEM/i,
    modes: ['dovecot/memory-limit', 'services/daemon-killed'],
  },
  {
    says: /\bquota\b|over quota|mailbox (?:is )?full/i,
    modes: ['delivery/quota-not-counted', 'delivery/mailbox-full', 'courier/mailbox-full'],
  },
  {
    says: /corrupt|\bindex\b.*(?:broken|lost|fail)|fsck|bogus (?:file|queue)|truncated/i,
    modes: [
      'delivery/mail-index-broken',
      'delivery/message-size-wrong',
      'delivery/queue-file-corrupt',
      'sendmail/queue-unusable',
      'opensmtpd/queue-error',
      'courier/queue-broken',
      'haraka/queue-unusable',
    ],
  },
  {
    says: /\block(?:ed|ing)?\b|dotlock|flock/i,
    modes: ['delivery/mailbox-locked'],
  },
  {
    says: /\bloop(?:s|ing|ed)?\b|too many hops|hop count/i,
    modes: [
      'delivery/mail-loop',
      'delivery/alias-loop',
      'sendmail/mail-loop',
      'opensmtpd/mail-loop',
      'courier/mail-loop',
      'haraka/mail-loop',
      'dovecot/proxy-fails',
    ],
  },
  {
    says: /plug-?in|module|dlopen|undefined symbol|\.so\b/i,
    modes: [
      'dovecot/plugin-missing',
      'dovecot/versions-mixed',
      'dovecot/driver-not-built-in',
      'courier/module-missing',
      'haraka/plugin-missing',
      'haraka/plugin-fails',
    ],
  },
  {
    says: /namespace|mail_location|mail_path|\bmaildir\b|\bmailbox\b|\bINBOX\b|\bfolder\b/i,
    modes: [
      'delivery/mail-folder-forbidden',
      'delivery/mail-location-not-set',
      'delivery/namespace-malformed',
      'delivery/folder-missing',
      'delivery/mail-index-broken',
      'opensmtpd/mailbox-not-writable',
      'sendmail/local-mailer-fails',
      'courier/maildir-missing',
    ],
  },
  {
    says: /\bforward\b|\.forward|\balias(?:es)?\b|include/i,
    modes: [
      'opensmtpd/forward-file-unusable',
      'sendmail/aliases-malformed',
      'sendmail/file-not-safe',
      'courier/dot-courier-unusable',
    ],
  },
  {
    says: /queue/i,
    modes: ['opensmtpd/queue-error', 'sendmail/queue-unusable', 'courier/queue-broken', 'haraka/queue-unusable'],
  },
  {
    says: /userdb|\bhome\b|chroot|\buid\b|\bgid\b/i,
    modes: [
      'delivery/user-fields-unusable',
      'delivery/user-number-not-permitted',
      'dovecot/user-only-in-passdb',
      'sendmail/privileges-not-changed',
      'opensmtpd/delivery-user-not-found',
    ],
  },
  {
    says: /proxy|backend/i,
    modes: ['dovecot/proxy-fails'],
  },
  {
    says: /(?:exited|killed|crash|core dump|segfault|panic|abort|signal|died|fatal|can ?n[o'’]t start|failed to start|exit (?:code|status))/i,
    modes: [
      ...[
        'services/daemon-crashes',
        'services/daemon-killed',
        'services/start-script-stops',
        'services/internal-service-missing',
        'services/memory-runs-out',
        'services/unit-fails',
        'services/opendkim-restarts',
        'services/container-keeps-ending',
      ],
      ...[
        'dovecot/not-running',
        'dovecot/configuration-error',
        'saslauthd/does-not-start',
        'opensmtpd/table-process-ends',
      ],
      ...['opensmtpd/filter-ends', 'haraka/plugin-fails', 'exim/configuration-error'],
      ...[
        'dovecot/process-crashes',
        'dovecot/service-ends-at-start',
        'opensmtpd/process-ends',
        'haraka/worker-ends',
        'courier/queue-broken',
      ],
    ],
  },
];
