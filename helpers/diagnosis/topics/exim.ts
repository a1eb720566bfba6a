import { type Topic, topic } from './topic';

/** What Exim speaks of in ways of its own; the rest of its lines is among the others. */
export const exim: readonly Topic[] = [
  topic(
    /\bR=\S+ T=(?!\S*smtp)\S+ ?(?:defer|:)/,
    `
    exim/mailbox-not-writable exim/home-missing exim/user-not-found exim/mailbox-path-refused
    exim/delivery-command-fails exim/pipe-command-refused exim/lmtp-server-refuses exim/mailbox-full`,
  ),
  topic(
    /\bR=\S+ (?:defer|:)/,
    `
    exim/lookup-fails exim/redirect-data-broken exim/expression-broken exim/forward-file-refused
    exim/transport-not-set exim/smarthost-not-named exim/user-not-found exim/recipient-unknown`,
  ),
  topic(
    /(?:failed|unable) to expand|expansion of .* failed|while checking a list/i,
    `
    exim/expression-broken exim/lookup-fails exim/tainted-name exim/list-unknown exim/lookup-type-missing
    exim/extension-fails`,
  ),
  topic(/(?:malware|spam|mime|regex) acl condition|\bDCC: /, 'exim/scanner-down exim/content-refused'),
  topic(
    /\bACL\b.*(?:error|fail|not|unknown|invalid|defer)|(?:error|fail\w*|not|unknown|invalid|warning).*\bACL\b/,
    'exim/acl-broken exim/condition-put-off exim/expression-broken exim/refused-in-own-words',
  ),
  topic(
    /F=<[^>]*>.* (?:temporarily )?rejected (?:RCPT|MAIL|after DATA|during MIME)/,
    `
    exim/refused-in-own-words exim/relay-not-permitted exim/verify-put-off exim/content-refused exim/client-listed
    exim/callout-refused`,
  ),
  topic(
    /spool (?:file|directory|error)|journal|message log|msglog/i,
    'exim/spool-not-writable exim/spool-file-broken exim/spool-full exim/message-frozen',
  ),
  topic(
    /\bfork\b|child process|vanished|(?:crashed with|terminated by) signal|SIGSEGV|non-zero status/,
    'exim/cannot-fork exim/process-crashes exim/delivery-command-fails exim/transport-filter-fails',
  ),
  topic(/read-only file system/i, 'permissions/queue-read-only permissions/configuration-on-read-only-mount'),
];
