import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/direct-mail-refused',
  kind: 'fault',
  title: 'other servers take no mail from an address of this kind',
  cause:
    'The server sends to mail exchangers itself, from a line of a home or of a cloud: Google, Microsoft and the lists of dynamic addresses refuse it, whatever the mail.',
  symptoms: {
    log: [
      {
        pattern:
          /said: 5\d\d.*(?:The IP you're using to send mail is not authorized to send email directly|[Dd]ynamic IP|\bresidential\b|not allowed to send directly|\bPBL\b)/,
        specimen:
          "postfix/smtp[3]: 3C1D8C1D28: to=<x@elsewhere.example>, relay=mx.elsewhere.example[192.0.2.30]:25, delay=1, delays=0.1/0/0.5/0.4, dsn=5.7.1, status=bounced (host mx.elsewhere.example[192.0.2.30] said: 550-5.7.1 [203.0.113.1] The IP you're using to send mail is not authorized to send email directly to our servers. (in reply to end of DATA command))",
        strength: 'names',
        program: /smtp$/,
      },
      {
        pattern: /(?: said: | refused to talk to me: )5\d\d[ -].*\bip \(?[\d.]+\)? is dynamically allocated/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 554 Your ip (192.0.2.1) is dynamically allocated (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Send by a smarthost with a login.',
    commands: ["postconf -e 'relayhost = [smarthost.example.test]:587'", 'systemctl reload postfix'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: [
    'https://support.google.com/mail/?p=NotAuthorizedError',
    'https://www.spamhaus.org/blocklists/policy-blocklist/',
  ],
};
