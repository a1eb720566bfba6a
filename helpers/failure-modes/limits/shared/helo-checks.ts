import type { ClientStep, LogSign } from '../../../model/failure-mode';
import { mailLines } from '../../shared/client-steps';

export const outside = 'client.outside.example[198.51.100.7]';

export const specimenOf = (reply: string, helo: string) =>
  `postfix/submission/smtpd[2348]: NOQUEUE: reject: RCPT from ${outside}: ${reply}; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<${helo}>`;

export const from = 'x@outside.example';

export const to = 'alice@example.test';

export const greetsAs = (name: string): readonly ClientStep[] => [
  { kind: 'lines', port: 25, ehlo: false, lines: [`EHLO ${name}`, ...mailLines(from, to).slice(0, 2), 'QUIT'] },
];

export const pipelined: LogSign = {
  pattern: /^improper command pipelining after \S+ from \S+: (?!PROXY )/,
  specimen: `postfix/submission/smtpd[877]: improper command pipelining after EHLO from ${outside}: AUTH PLAIN AGFsaWNlAHg=\\r\\n`,
  strength: 'suggests',
};

export const heloManual = 'https://www.postfix.org/postconf.5.html#smtpd_helo_restrictions';

export const exempted = [
  'postconf -e "smtpd_helo_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_non_fqdn_helo_hostname"',
  'systemctl reload postfix',
];

export const exempts = (restriction: string) =>
  `postconf -e 'smtpd_helo_restrictions = permit_mynetworks, permit_sasl_authenticated, ${restriction}'`;
