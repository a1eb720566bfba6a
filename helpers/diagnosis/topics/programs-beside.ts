import { type Topic, topic } from './topic';

/** What filters, PAM, systemd, containers and log daemons speak of. */
export const programsBeside: readonly Topic[] = [
  topic(
    /\bclam(?:d|av)|freshclam|virus|\.c[vl]d\b|INSTREAM|quarantine/i,
    `
    services/scanner-down services/virus-signatures-missing services/clamd-configuration-broken
    services/virus-scanner-may-not-read services/memory-runs-out`,
  ),
  topic(
    /\bredis\b|\bucl\b|hyperscan|fuzzy|rspamd/i,
    `
    services/rspamd-without-redis services/rspamd-configuration-broken services/rspamd-fuzzy-does-not-answer
    services/rspamd-key-unusable`,
  ),
  topic(
    /_domainkey|\bdkimf?_|\bDKIM\b|signing ?table|key ?table|\bdmarc\b|opendmarc_/i,
    `
    services/opendkim-key-unusable services/opendkim-does-not-sign services/filter-configuration-broken
    services/dkim-record-wrong services/opendmarc-refuses services/rspamd-key-unusable relay-client/sender-not-proven`,
  ),
  topic(
    /\bpam_\w+|\bPAM\b|\bsssd\b|winbind|nslcd/,
    `
    saslauthd/pam-refuses saslauthd/user-service-down saslauthd/nslcd-down saslauthd/pam-rules-broken
    saslauthd/pam-module-missing saslauthd/pam-wrong-password`,
  ),
  topic(
    /\bsystemd\b|\.service\b|\bunit\b.*(?:fail|not found|mask)/i,
    `
    services/unit-fails services/unit-not-there services/unit-never-ready services/unit-program-missing
    services/unit-user-missing services/unit-namespace-fails services/unit-confined`,
  ),
  topic(
    /\bcontainers?\b|docker|podman|kubelet|\bpods?\b|\bOCI\b|runc\b|bind mount|\bplatform\b/i,
    `
    services/container-keeps-ending services/container-mount-fails services/image-of-another-processor
    permissions/container-may-not-chown permissions/configuration-on-read-only-mount ports/docker-chain-missing
    services/memory-runs-out ports/in-use`,
  ),
  topic(
    /\brotat(?:e|ing|ion)\b|rsyslog|omfile|imjournal|imuxsock|log ?file/i,
    `
    syslog/daemon-may-not-write syslog/rotation-skipped syslog/daemon-configuration-broken syslog/lines-dropped
    syslog/file-not-writable syslog/no-syslog`,
  ),
  topic(
    /\bjails?\b|fail2ban|banaction/i,
    'services/fail2ban-does-not-start services/fail2ban-does-not-ban client/address-banned',
  ),
  topic(
    /\bbayes\b|spamassassin|\bspam[dc]\b|sa-update/i,
    `
    services/spamd-down services/spamassassin-configuration-broken services/spamassassin-without-rules
    services/bayes-database-closed services/spamd-user-missing services/spamd-busy`,
  ),
  topic(
    /\bsieve\b|managesieve|\.svbin|pigeonhole/i,
    `
    delivery/sieve-script-unusable delivery/sieve-extension-missing delivery/sieve-storage-unusable
    delivery/sieve-can-not-send delivery/sieve-program-fails delivery/sieve-over-limits
    delivery/sieve-binary-not-saved`,
  ),
  topic(
    /haproxy|\bPROXY (?:header|protocol|not|timeout|format)/i,
    'dovecot/haproxy-header-missing haraka/proxy-header-wrong ports/proxy-header-unexpected',
  ),
];
