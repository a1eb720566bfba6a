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

/** What Comcast says to a sender, whatever it dislikes. */
export const temporaryFailure: LogSign = {
  pattern: / said: 4\d\d (?:4\.\d\.\d )?\.\.\. temporary failure \(in reply to MAIL FROM/,
  specimen:
    'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=deferred (host mx.example.com[203.0.113.25] said: 452 4.1.0 ... temporary failure (in reply to MAIL FROM command))',
  strength: 'suggests',
  alternative: true,
};
