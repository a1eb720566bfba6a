import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { delivery, smtp } from './shared/smarthost';
import { temporaryFailure } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/sending-limited',
  kind: 'fault',
  title: 'the smarthost takes no more mail of this account for now',
  cause:
    'Providers allow an account so many mails or recipients a second, a day, or at once. The login was right. A program that ' +
    'sends far more than usual is the other reason: a web form or an account that somebody else uses.',
  symptoms: {
    log: [
      smtp(
        /status=(?:bounced|deferred) \(host \S+ said: [45]\d\d.*(?:[Ss]ending (?:limit|quota|rate) exceeded|[Ss]ending limit|Throttling failure|[Mm]aximum (?:sending rate|credits) exceeded|[Dd]aily (?:message|sending) (?:quota|limit)|sender thread limit exceeded|[Dd]aily user sending|exceeded (?:your|the) (?:sending|daily|hourly|messaging) )/,
        delivery(
          'dsn=5.4.5, status=bounced (host smarthost.example.test[192.0.2.30] said: 550-5.4.5 Daily user sending limit exceeded (in reply to end of DATA command))',
        ),
        'names',
      ),
      // SendGrid; Gmail; SES; Microsoft; Zoho.
      clientGets(
        /(?:451|452|454|535|550|552|554)[- ](?:[45]\.\d\.\d+ )?.*(?:Maximum credits exceeded|Daily (?:user )?sending (?:limit|quota) exceeded|Throttling failure|sender thread limit exceeded|Sending (?:rate|quota|limit) exceeded|Maximum sending rate exceeded)/i,
        'Error: Data command failed: 550-5.4.5 Daily user sending limit exceeded.',
      ),
      {
        pattern:
          /SASL authentication failed; server .{1,80} said: \d{3}[ -](?!.*(?:[Ll]ogin|[Cc]onnection|[Aa]ttempt|[Mm]ailbox)).*(?:Maximum credits exceeded|[Qq]uota exceeded|limit exceeded)/,
        specimen:
          'postfix/error[2]: BC7941A2BBF: to=<x@elsewhere.example>, relay=none, delay=4642, delays=4642/0.56/0/0.03, dsn=4.0.0, status=deferred (delivery temporarily suspended: SASL authentication failed; server smtp.example.net[192.0.2.30] said: 451 Authentication failed: Maximum credits exceeded)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /status=deferred \((?:delivery temporarily suspended: )?lost connection with \S+ while sending (?:MAIL FROM|RCPT TO|DATA command)/,
        specimen:
          'postfix/error[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=300, delays=300/0/0/0, dsn=4.4.2, status=deferred (delivery temporarily suspended: lost connection with smarthost.example.test[192.0.2.30] while sending DATA command)',
        strength: 'suggests',
        alternative: true,
      },
      temporaryFailure,
      {
        pattern:
          /status=(?:bounced|deferred) \(host \S+ said: [45]\d\d[ -].*(?:[Mm]onthly|\b[Pp]lan\b|[Ee]mail).{0,20}quota.*exceeded.*\(in reply to (?:MAIL FROM|AUTH)/,
        specimen:
          'postfix/smtp[9]: 2437A1A3CC0: to=<bob@example.com>, relay=smarthost.example.test[192.0.2.30]:587, delay=1, delays=0/0/1/0, dsn=5.0.0, status=bounced (host smarthost.example.test[192.0.2.30] said: 550 Monthly email quota exceeded (in reply to MAIL FROM command))',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client:
      'A bounce: 550 5.4.5 Daily user sending limit exceeded; or nothing, and the mail waits: 454 Throttling failure',
  },
  repair: {
    words: 'See who sends so much; then send more slowly, or ask the provider for more.',
    commands: [
      'pflogsumm /var/log/mail.log | head -60',
      "postconf -e 'smtp_destination_rate_delay = 1s' 'smtp_destination_concurrency_limit = 2'",
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'It is the answer of a provider, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://support.google.com/a/answer/166852',
    'https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html',
  ],
};
