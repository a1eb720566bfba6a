/** What tells whom saslauthd asks, and what does without it. */
export const askOrReplace = [
  'pgrep -a saslauthd',
  'nc -v localhost 143',
  'postconf -e smtpd_sasl_type=dovecot smtpd_sasl_path=private/auth',
] as const;

export const noImapHere = 'The reference servers have no IMAP server.';
