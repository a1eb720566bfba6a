import type { LogSign } from '../../../model/failure-mode';
import { parameter } from '../../shared/facts';
import { rejects } from '../../shared/log-signs';

export const milter = (socket: string, error: string, specimen: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(`^warning: connect to Milter service ${socket}: ${error}`),
  specimen: `postfix/smtpd[1633]: warning: connect to Milter service ${specimen}`,
  strength,
});

export const milterRefused = milter(
  // Of localhost the last address that was tried is ::1: where IPv6 is off, that is what is said of a milter that is down.
  "(?:(?:unix|local):\\S+|inet:(?=localhost:|\\[|[\\d.]+:|\\S+: (?!Cannot|Can't))\\S+)",
  "(?:(?:Cannot|Can't) assign requested address|Connection refused|Host is unreachable|No route to host|Connection timed out|Operation timed out|Network is unreachable|lookup error)",
  'inet:127.0.0.1:8891: Connection refused',
  'suggests',
);

export const milterRejected: LogSign = {
  pattern: /^\w+: milter-reject: (?:CONNECT|EHLO|HELO|MAIL|RCPT) from \S+: [45]\d\d /,
  specimen:
    'postfix/smtpd[345]: NOQUEUE: milter-reject: CONNECT from client.outside.example[198.51.100.7]: 451 4.7.1 Service unavailable - try again later; proto=SMTP',
  strength: 'accompanies',
};

export const action = (value: string) =>
  parameter('milter_default_action', new RegExp(`^${value}$`, 'i'), `milter_default_action is ${value}`, 'tempfail');

export const policyRejected = rejects(
  /<.*>: Recipient address rejected: Server configuration problem;/,
  'postfix/smtpd[1510]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.5 <alice@example.test>: Recipient address rejected: Server configuration problem; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
  'accompanies',
);

export const milterManual = 'https://www.postfix.org/MILTER_README.html#errors';
