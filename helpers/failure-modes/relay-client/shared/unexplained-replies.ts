import type { LogSign } from '../../../model/failure-mode';

/** A greeting that refuses, cut off before it says why. */
export const cutGreeting: LogSign = {
  pattern: /host \S+\[[^\]]+\] refused to talk to me: 5\d\d[ -][\w.-]*(?:\$|>|…|\.{3})$/,
  specimen: 'postfix/smtp[9]: 87F043F2BE: host mx.example.com[203.0.113.25] refused to talk to me: 554-mx1.exam$',
  strength: 'suggests',
  alternative: true,
};

/** What SES says to an address that is none, or that has a domain which is none. */
export const invalidSenderAtAmazon: LogSign = {
  pattern: / said: 501 Invalid MAIL FROM address provided/,
  specimen:
    'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=email-smtp.us-east-1.amazonaws.com[203.0.113.82]:587, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host email-smtp.us-east-1.amazonaws.com[203.0.113.82] said: 501 Invalid MAIL FROM address provided (in reply to MAIL FROM command))',
  strength: 'suggests',
  alternative: true,
};

/** What Exchange Online says to an address that it throttles, as one that is new to it or under suspicion. */
export const throttledByMicrosoft: LogSign = {
  pattern: / 4\.7\.[56]\d\d (?:Server busy|Access denied, please try again later)/,
  specimen:
    'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=4.7.500, status=deferred (host mx.example.com[203.0.113.25] said: 451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719) (in reply to RCPT TO command))',
  strength: 'suggests',
  program: /^\S+\/(?:smtp|relay|error)$/,
  alternative: true,
};

/** What Mimecast says where it greylists, or thinks badly of an address. */
export const shortOfResources: LogSign = {
  pattern: /(?: said: | refused to talk to me: )4\d\d[ -].*Internal resources? (?:(?:are|is) )?temporarily unavailable/,
  specimen:
    'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=4.0.0, status=deferred (host mx.example.com[203.0.113.25] said: 451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 (in reply to RCPT TO command))',
  strength: 'suggests',
  program: /^\S+\/(?:smtp|relay|error)$/,
  alternative: true,
};

/** A server of the recipient’s that asks SPF, or a smarthost that knows which address may send for whom. */
export const addressNotOfSender: LogSign = {
  pattern:
    /(?:\d\.\d+\.\d+\.\d+|[\da-f:]+:[\da-f]+)\]? is not (?:allowed|authori[sz]ed|permitted) to send (?:mail )?(?:from|on behalf|for)|[Nn]ot (?:allowed|authori[sz]ed|permitted) to send (?:mail )?from this IP/,
  specimen:
    'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.7.1, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.7.1 192.0.2.1 is not authorized to send on behalf of example.test (in reply to MAIL FROM command))',
  strength: 'suggests',
  alternative: true,
};

/** GMX, IONOS and web.de, of a sender that is not the account’s or has no domain; what follows tells. */
export const senderOfNoMailbox: LogSign = {
  pattern: /Mail from command failed - 550-Requested action not taken: mailbox unavailable$/,
  specimen: 'Mail from command failed - 550-Requested action not taken: mailbox unavailable',
  strength: 'suggests',
  alternative: true,
};

/** What Postfix says for REJECT of its header and body checks, and amavis of whatever it stops. */
export const contentRejected: LogSign = {
  pattern:
    /(?<!\[(?:127\.[\d.]+|::1)\](?::\d+)?) said: 5\d\d[ -](?!.*(?:SPF|DKIM|DMARC|block list|[Bb]locked using)).*[Cc]ontent rejected(?!.*(?:BANNED|[Ss]pam))/,
  specimen:
    'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.7.1, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.7.1 message content rejected (in reply to end of DATA command))',
  strength: 'suggests',
  program: /^\S+\/(?:smtp|relay|error)$/,
  alternative: true,
};

/** What Comcast says to a sender, whatever it dislikes. */
export const temporaryFailure: LogSign = {
  pattern: / said: 4\d\d (?:4\.\d\.\d )?\.\.\. temporary failure \(in reply to MAIL FROM/,
  specimen:
    'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=deferred (host mx.example.com[203.0.113.25] said: 452 4.1.0 ... temporary failure (in reply to MAIL FROM command))',
  strength: 'suggests',
  alternative: true,
};

/** A milter's refusal without words of its own, as Postfix and Sendmail tell it; hosts that refuse by address say so, too. */
export const commandRejected: LogSign = {
  pattern: /^(?!.*(?:milter-reject|Milter: )).*55\d[ -](?:5\.7\.1 )?(?:<[^>]*>(?:\.{3}|…|:) ?)?Command rejected/,
  specimen: '550 5.7.1 <alice@example.test>... Command rejected',
  strength: 'suggests',
  alternative: true,
};
