import { type Topic, topic } from './topic';

/** Filters, tables, rights, ports, configuration and recipients. */
export const settings: readonly Topic[] = [
  topic(
    /milter|filter|\bopendkim|rspamd|amavis|clamav|spamass|postgrey|policyd|\blmtp\b|content_filter/i,
    `
    services/milter-down services/milter-breaks-off services/content-filter-down services/policy-server-down
    services/milter-refuses services/filter-does-not-listen exim/scanner-down opensmtpd/filter-ends
    sendmail/milter-down delivery/lmtp-server-down opensmtpd/lmtp-unreachable exim/lmtp-socket-unreachable
    sendmail/milter-refuses courier/filter-refuses haraka/scanner-fails`,
  ),
  topic(
    /(?:mysql|pgsql|postgres|sqlite|\bsql|mariadb|ldap|redis|memcache|database|\bdb\b|lookup|table|\bmap\b|query)\b.*(?:fail|error|denied|refus|can ?n[o'’]t|unable|could not|not|unknown|missing|lost|closed|timed? ?out|no such)|(?:fail|error|unable|can ?n[o'’]t|could not|unsupported|unknown|no such|open|missing).*(?:mysql|pgsql|postgres|sqlite|sql|mariadb|ldap|redis|database|table|lookup|\bmap\b|dictionary|\.db\b)/i,
    `
    services/database-down services/database-refuses services/database-query-fails relay-refused/table-not-built
    relay-refused/table-file-missing relay-refused/table-type-unsupported relay-refused/table-line-unreadable
    dovecot/database-fails dovecot/driver-not-built-in saslauthd/ldap-unreachable saslauthd/ldap-refuses
    saslauthd/ldap-configuration-broken passwords/sql-database-fails passwords/ldapdb-fails exim/lookup-fails
    exim/tainted-name opensmtpd/table-process-ends courier/database-fails sendmail/map-unusable
    sendmail/map-type-missing relay-client/password-table-unusable permissions/database-file-forbidden
    dovecot/dictionary-fails opensmtpd/table-not-opened opensmtpd/table-backend-missing sendmail/map-lookup-fails
    haraka/redis-unreachable`,
  ),
  topic(
    /permission denied|not permitted|EACCES|EPERM|ownership|not owned by|world[- ]writable|insecure|privilege|setgid|setuid|must be owned|selinux|apparmor|avc:/i,
    `
    client/connection-forbidden permissions/denied-by-selinux permissions/denied-by-apparmor
    permissions/data-folder-not-postfix permissions/mail-folder-not-postfix permissions/private-folder-not-postfix
    permissions/postdrop-not-setgid permissions/maildrop-wrong-group permissions/database-file-forbidden
    sasldb/closed-to-postfix dovecot/socket-permissions dovecot/login-folder-closed saslauthd/not-accessible
    exim/not-root exim/spool-not-writable exim/mailbox-not-writable opensmtpd/spool-not-set-up
    opensmtpd/mailbox-not-writable exim/log-not-writable exim/configuration-not-trusted sendmail/queue-closed
    delivery/mail-folder-forbidden services/milter-socket-forbidden tls/file-forbidden client/password-file-rights
    services/policy-daemon-files-closed services/amavis-folder-closed permissions/container-may-not-chown
    syslog/daemon-may-not-write client/nullmailer-queue-broken client/dma-spool-closed dovecot/service-socket-closed
    dovecot/configuration-unreadable opensmtpd/configuration-not-safe sendmail/file-not-safe
    sendmail/privileges-not-changed`,
  ),
  topic(
    /address already in use|in use|EADDRINUSE|bind(?:ing)?\b|listen/i,
    `
    ports/in-use ports/already-running ports/bind-not-permitted ports/address-not-here exim/port-in-use
    opensmtpd/port-in-use haraka/port-in-use sendmail/port-in-use services/filter-does-not-listen
    exim/port-not-permitted exim/address-not-here exim/port-name-unknown dovecot/address-family-missing
    exim/address-family-missing services/runs-already`,
  ),
  topic(
    /(?:config\w*|settings?|parameter|option|syntax|directive|\.conf|\.cf\b|\.yml|\.ini|line \d+|[a-z]:\d+:).*(?:error|invalid|unknown|unrecogni[sz]ed|bad|missing|obsolete|deprecated|not (?:valid|supported|found|allowed)|unexpected|malformed|fail|can ?n[o'’]t|undefined)|(?:error|invalid|unknown|unrecogni[sz]ed|bad|malformed|fail\w*|missing).*(?:config|setting|parameter|option|syntax|directive|\.conf|\.cf\b|line \d+)/i,
    `
    permissions/parameter-malformed relay-refused/configuration-error dovecot/configuration-error
    exim/configuration-error exim/expression-broken exim/acl-broken exim/configuration-missing
    opensmtpd/configuration-error client/setting-unusable relay-refused/restriction-malformed
    relay-refused/restriction-misspelt ports/master-cf-bad-column services/start-script-stops
    saslauthd/ldap-configuration-broken no-mechanisms/smtpd-conf-syntax haraka/plugin-fails haraka/plugin-missing
    relay-client/relayhost-malformed services/filter-configuration-broken services/clamd-configuration-broken
    services/amavis-configuration-broken services/rspamd-configuration-broken syslog/daemon-configuration-broken
    permissions/parameter-unknown sendmail/configuration-error haraka/listen-malformed courier/module-missing`,
  ),
  topic(
    /(?:recipient|mailbox|user|address|\brcpt\b).*(?:unknown|not (?:found|exist|known|here|accept)|does ?n[o'’]t exist|no such|reject|refus|invalid|disabled|unrout|full)|(?:no such|unknown) (?:user|recipient|mailbox)|unrouteable|5\.1\.1|(?<![\w=.:/-])55[0-4](?=[ ,)\]:'"-]|$)/i,
    `
    delivery/recipient-unknown-elsewhere relay-refused/recipient-unknown relay-refused/own-domain-not-local
    relay-client/sender-not-allowed client/sends-without-login exim/recipient-unknown exim/next-server-refuses
    opensmtpd/recipient-unknown opensmtpd/next-server-refuses courier/recipient-unknown sendmail/recipient-unknown
    sendmail/next-server-refuses delivery/mailbox-unknown-to-lmtp client/address-malformed`,
  ),
];
