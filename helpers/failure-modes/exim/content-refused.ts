import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/content-refused',
  kind: 'client',
  title: 'Exim refuses a mail for what is in it: spam, a virus, or a kind of attachment',
  cause:
    'acl_smtp_data or acl_smtp_mime asked SpamAssassin, rspamd, clamd or looked at the names of attachments, and the mail is over the score or has what is not allowed. The scanner answered; the limit is the configuration’s.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!temporarily )rejected (?:after DATA|during MIME ACL checks)\b(?!.*(?:[Uu]nable to scan|acl condition: |[Ss]canner (?:error|fail|is (?:down|not)|not|un))).*: .*(?:spam ?points|[Ss]pam ?[Aa]ssassin|scored [\d.]+|contains? (?:a )?(?:virus|malware)|[Mm]alware|[Vv]irus|attachment|classified as (?:junk|spam)|detected as spam)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected after DATA: This message scored 14.2 spam points.',
        strength: 'names',
      },
      {
        pattern:
          /(?<!temporarily )rejected by local_scan\(\)(?!.*(?:library failure|configuration error|local problem))|rejected after DATA: .*detected your message as spam/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected by local_scan(): SpamAssassin score exceeded',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 This message scored … spam points',
  },
  repair: {
    words: 'See what the scanner found; raise the limit or let users who have logged in pass.',
    commands: [
      'zgrep 1vNZ2k-000123-AB /var/log/exim4/rejectlog*',
      'spamc -R <mail.eml | head -20',
      'exim -bP acl_smtp_data acl_smtp_mime',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-content_scanning_at_acl_time.html'],
};
