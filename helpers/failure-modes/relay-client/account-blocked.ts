import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/account-blocked',
  kind: 'fault',
  title: 'the provider has blocked the account, or the domain, from sending',
  cause:
    'Microsoft 365 writes bad outbound sender, or a tenant that has sent too much; others say that the account is suspended, blocked or disabled. It was taken over and has sent spam, it has not been paid, or the domain is not registered there.',
  symptoms: {
    log: [
      {
        pattern:
          /(?: said: | refused to talk to me: )[45]\d\d[ -](?!.*(?:[Tt]oo many|failed (?:login|attempt)|temporar)).*(?:bad outbound sender|from unregistered domain|tenant has exceeded|[Yy]our (?:e-?mail )?(?:account|mailbox) (?:has been |is )?(?:suspended|blocked|disabled))/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.1.8 Access denied, bad outbound sender AS(42004) (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
      },
      {
        // In a reply to RCPT TO or to the message it may be the recipient’s.
        pattern:
          /(?:SASL authentication failed; server \S+ said: [45]\d\d[ -]| said: [45]\d\d[ -](?=.*\(in reply to MAIL FROM))(?!.*(?:[Tt]oo many|failed (?:login|attempt)|temporar|SMTP .*is disabled)).*(?:account|mailbox) (?:has been |is )?(?:suspended|blocked|disabled)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=smtp.example.net[203.0.113.25]:587, delay=1, delays=0.1/0.02/0.5/0.4, dsn=4.7.8, status=deferred (SASL authentication failed; server smtp.example.net[203.0.113.25] said: 535 5.7.8 This account has been suspended)',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce',
  },
  repair: {
    words: 'Change the password of the account, and have it released at the provider.',
    commands: [
      'postqueue -p | tail -1',
      'grep sasl_username /var/log/mail.log | grep -o "sasl_username=.*" | sort | uniq -c | sort -rn | head',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-restore-restricted-users'],
};
