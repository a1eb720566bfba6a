import { type Topic, topic } from './topic';

/** What breaks off, and what befalls mailboxes, queues and processes. */
export const breakdowns: readonly Topic[] = [
  topic(
    /(?:connection|socket|server|peer|host|remote|session|stream|client)s?\b.*(?:clos|lost|reset|abort|drop|disconnect|hung|hang|terminat|eof)|ECONNRESET|EPIPE|broken pipe|\bEOF\b|hang ?up|disconnect|end of file|lost connection|unexpected (?:reply|response|end)|no greeting|empty re(?:ply|sponse)/i,
    `
    client/no-greeting client/implicit-tls-at-starttls-port client/login-refused client/certificate-not-trusted
    relay-client/server-drops-before-greeting relay-client/connection-breaks-off
    relay-client/port-465-without-wrapper-mode tls/client-leaves-handshake tls/certificate-rejected
    client/gone-during-login exim/client-gone exim/smarthost-unreachable exim/smarthost-handshake-failed
    opensmtpd/next-server-unreachable opensmtpd/table-process-ends sendmail/client-breaks-off dovecot/connection-lost
    dovecot/client-left services/milter-breaks-off ports/proxy-header-unexpected`,
  ),
  topic(
    /command (?:not|unrecogni|unknown|rejected|unimplemented)|not implemented|unrecogni[sz]ed command|unknown command|bad sequence|syntax error|protocol error|(?<![\w=.:/-])50[0-4](?=[ ,)\]:'"-]|$)|pipelin/i,
    `
    client/finds-no-auth client/starttls-not-offered client/address-malformed client/starttls-answered-in-clear
    limits/pipelining-forbidden ports/proxy-header-unexpected exim/client-too-early exim/auth-not-advertised
    exim/starttls-not-advertised exim/command-refused exim/address-malformed exim/next-server-speaks-wrong
    limits/non-smtp-command`,
  ),
  topic(/out of memory|cannot allocate|vsz_limit|ENOMEM/i, 'dovecot/memory-limit services/daemon-killed'),
  topic(
    /\bquota\b|over quota|mailbox (?:is )?full/i,
    'delivery/quota-not-counted delivery/mailbox-full courier/mailbox-full',
  ),
  topic(
    /corrupt|\bindex\b.*(?:broken|lost|fail)|fsck|bogus (?:file|queue)|truncated/i,
    `
    delivery/mail-index-broken delivery/message-size-wrong delivery/queue-file-corrupt sendmail/queue-unusable
    opensmtpd/queue-error courier/queue-broken haraka/queue-unusable`,
  ),
  topic(/\block(?:ed|ing)?\b|dotlock|flock/i, 'delivery/mailbox-locked'),
  topic(
    /\bloop(?:s|ing|ed)?\b|too many hops|hop count/i,
    `
    delivery/mail-loop delivery/alias-loop sendmail/mail-loop opensmtpd/mail-loop courier/mail-loop haraka/mail-loop
    dovecot/proxy-fails`,
  ),
  topic(
    /plug-?in|module|dlopen|undefined symbol|\.so\b/i,
    `
    dovecot/plugin-missing dovecot/versions-mixed dovecot/driver-not-built-in courier/module-missing
    haraka/plugin-missing haraka/plugin-fails`,
  ),
  topic(
    /namespace|mail_location|mail_path|\bmaildir\b|\bmailbox\b|\bINBOX\b|\bfolder\b/i,
    `
    delivery/mail-folder-forbidden delivery/mail-location-not-set delivery/namespace-malformed delivery/folder-missing
    delivery/mail-index-broken opensmtpd/mailbox-not-writable sendmail/local-mailer-fails courier/maildir-missing`,
  ),
  topic(
    /\bforward\b|\.forward|\balias(?:es)?\b|include/i,
    'opensmtpd/forward-file-unusable sendmail/aliases-malformed sendmail/file-not-safe courier/dot-courier-unusable',
  ),
  topic(/queue/i, 'opensmtpd/queue-error sendmail/queue-unusable courier/queue-broken haraka/queue-unusable'),
  topic(
    /userdb|\bhome\b|chroot|\buid\b|\bgid\b/i,
    `
    delivery/user-fields-unusable delivery/user-number-not-permitted dovecot/user-only-in-passdb
    sendmail/privileges-not-changed opensmtpd/delivery-user-not-found`,
  ),
  topic(/proxy|backend/i, 'dovecot/proxy-fails'),
  topic(
    /(?:exited|killed|crash|core dump|segfault|panic|abort|signal|died|fatal|can ?n[o'’]t start|failed to start|exit (?:code|status))/i,
    `
    services/daemon-crashes services/daemon-killed services/start-script-stops services/internal-service-missing
    services/memory-runs-out services/unit-fails services/opendkim-restarts services/container-keeps-ending
    dovecot/not-running dovecot/configuration-error saslauthd/does-not-start opensmtpd/table-process-ends
    opensmtpd/filter-ends haraka/plugin-fails exim/configuration-error dovecot/process-crashes
    dovecot/service-ends-at-start opensmtpd/process-ends haraka/worker-ends courier/queue-broken`,
  ),
];
