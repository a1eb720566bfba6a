import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/sending-limited',
  kind: 'client',
  title: 'a sender has sent as much as Exim’s configuration allows',
  cause:
    'Control panels and ACLs with ratelimit count what an account, a domain or a client’s address sends in an hour or a day, and cPanel also the mails that fail. An account of one’s own that reaches the limit has a newsletter, a web form that is abused, or a stolen password.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*SMTP error from remote).*(?:rejected (?:RCPT|MAIL|after DATA)|\bR=).*(?:has exceeded the max (?:emails|defers and failures) per hour|is sending too many e?mails|[Ss]ender rate (?:limit )?[\d.]+ \/ \d|reached (?:your|their|its|the) (?:daily|hourly) (?:email |sending )?limit|has exceeded (?:its|their|the) (?:hourly|daily) (?:email |sending |message )?(?:limit|quota))/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=enforce_mail_permissions: Domain example.test has exceeded the max emails per hour (100/100 (100%)) allowed. Message discarded.',
        strength: 'names',
      },
      {
        // cPanel, quoted without Exim's words before it.
        pattern:
          /^(?:enforce_mail_permissions: )?Domain \S+ has exceeded the max (?:emails|defers and failures) per hour/,
        specimen:
          'enforce_mail_permissions: Domain example.test has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'A refusal or a bounce with those words',
  },
  repair: {
    words: 'Find out what sends, and stop it if it is not meant; then raise the limit.',
    commands: [
      "grep -c 'A=.*:alice@example.test' /var/log/exim4/mainlog",
      "grep -oE 'cwd=\\S+' /var/log/exim4/mainlog | sort | uniq -c | sort -rn | head   # which web site sends",
      'grep -rn ratelimit /etc/exim4 /etc/exim.conf',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
