import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { forms, type PlainLine } from './forms';

const lines: readonly PlainLine[] = [
  {
    program: 'postfix/smtpd',
    pid: 2797,
    message: 'warning: SASL authentication failure: cannot connect to saslauthd server: No such file or directory',
  },
  {
    program: 'postfix/smtpd',
    pid: 2797,
    message: 'warning: unknown[172.21.0.1]: SASL PLAIN authentication failed: generic failure',
  },
  {
    program: 'postfix/smtpd',
    pid: 2798,
    message:
      'NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 451 4.3.5 <"odd, one"@example.org>: Recipient address rejected: Server configuration error; from=<a@example.net> to=<bob@example.org> proto=ESMTP helo=<h>',
  },
  { program: 'postfix/smtpd', pid: 2798, message: 'warning: unknown smtpd restriction: "permit_sasl_authentication"' },
  {
    program: 'postfix/smtp',
    pid: 2799,
    message: 'warning: SASL authentication failure: No worthy mechs found',
  },
  {
    program: 'saslauthd',
    pid: 12,
    message: 'auth failure: [user=alice] [service=smtp] [realm=] [mech=pam] [reason=PAM auth error]',
  },
];

async function found(wrap: (line: PlainLine) => string) {
  const { findings, unexplained } = await diagnose(catalogue, {
    logs: [logOfLines('l', lines.map(wrap))],
    facts: noFacts,
  });
  return {
    findings: findings.map(({ mode, confidence, lines }) => `${mode.id} ${confidence} ${lines}`),
    unexplained: unexplained.lines,
  };
}

test.each(Object.entries(forms))('%s: the same lines give the same findings', async (_name, wrap) => {
  const plain = await found(forms['syslog, RFC 3164'] as (line: PlainLine) => string);

  expect(plain.findings.length).toBeGreaterThan(3);
  expect(await found(wrap)).toEqual(plain);
});

test.each(Object.entries(forms))('%s: the message is whole', (_name, wrap) => {
  for (const line of lines) expect(unwrapLine(wrap(line)).message).toBe(line.message);
});
