import type { FailureMode } from '../../model/failure-mode';
import { parameter } from '../shared/facts';

export const mode: FailureMode = {
  id: 'dns/mx-leads-elsewhere',
  kind: 'fault',
  title: 'the MX record of a domain leads to a server that does not take its mail',
  cause:
    'The mail was sent where DNS says, and that server does not know the domain: the zone was never set up and still has the registrar’s ' +
    'mail server, the domain has moved, or the server is a backup that was not told of it, or wants a login of everybody, as for its own users. Nothing is wrong on the sending server.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*\brelay=\S+:(?!25,)\d+,).*host \S+\[[^\]\s]+\] said: 5\d\d[ -].*(?:[Rr]elay (?:access )?denied|[Rr]elaying denied|[Rr]elay not permitted|[Uu]nable to relay|[Nn]ot a local domain|allowed rcpthosts).*\(in reply to RCPT TO command\)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mail.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.7.1, status=bounced (host mail.example.com[203.0.113.25] said: 554 5.7.1 <bob@example.com>: Relay access denied (in reply to RCPT TO command))',
        strength: 'suggests',
      },
      {
        pattern:
          /status=\w+ \(host \S+\[[\d.a-fA-F:]*\] said: 5[35]0[ -](?:5\.\d\.\d )?(?:(?:SMTP )?[Aa]uthentication [Rr]equired|(?:SMTP|smtp) (?:AUTH|auth) required|Please turn (?:on )?(?:SMTP )?[Aa]uthentication.*) \(in reply to RCPT TO command\)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mail.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mail.example.com[203.0.113.25] said: 530 Authentication required (in reply to RCPT TO command))',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Exim.
        pattern: /SMTP error from remote mail server after RCPT .*: 5\d\d[- ](?:5\.\d\.\d )?[Uu]nable to relay/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<bob@elsewhere.example>: host elsewhere.example [192.0.2.9]: 550 5.7.1 Unable to relay for bob@elsewhere.example',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Stalwart, where its port for other servers wants a login.
        pattern:
          /status=\w+ \(host \S+\[[\w.:]*\] said: 503[ -]5\.5\.1 You must authenticate first\. \(in reply to MAIL FROM command\)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mail.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.5.1, status=bounced (host mail.example.com[203.0.113.25] said: 503 5.5.1 You must authenticate first. (in reply to MAIL FROM command))',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [
      parameter('relayhost', /^$/, 'relayhost is empty'),
      parameter('transport_maps', /^$/, 'transport_maps is empty'),
    ],
    client: 'A bounce.',
  },
  repair: {
    words: 'Let the domain’s MX lead to its own server, or make that server take it.',
    commands: ['dig +short example.com MX', 'dig +short example.com NS'],
  },
  unreproduced: 'It is the DNS of others; the lab’s leads to a server that takes all.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 5.1', 'https://github.com/YunoHost-Apps/mailman_ynh/issues/12'],
};
