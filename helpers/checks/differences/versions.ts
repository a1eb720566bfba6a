import { messages } from '../../maillog/no-mechanisms';
import { hasCode } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import { plain } from '../../smtp/sasl/plain';
import type { Suite } from '../check';
import { expectThat } from '../findings';
import type { Probe } from '../probe';
import { mustBeOurs, needsPort } from '../routes';
import { type Difference, valueFor } from './differences';

/** What differs between the versions of Postfix, and that the server does as its own version does. */
export const versions: Suite = {
  id: 'versions',
  title: 'Versions',
  why: 'An upgrade of Postfix changes what clients see: who knows the difference does not look for a fault in the configuration.',
  checks: observed().map(({ id, difference, observe }) => ({
    id: `versions/${id}`,
    title: `does as its version does: ${difference.what}`,
    level: 'may',
    reference: difference.source,
    rows: [1],
    notApplicable: (facts) => mustBeOurs(facts) ?? needsPort(587)(facts) ?? needsPort(25)(facts),
    ask: async (probe) => {
      const { versions: running } = await probe.target.summary();
      const expected = await valueFor(difference, probe);
      const saw = await observe(probe);
      return [expectThat(saw === expected, `${expected}, as Postfix ${running.postfix} does`, saw)];
    },
  })),
};

/** A difference with the way to see on which side of it a server is; the values are words for the reader. */
interface Observed {
  readonly id: string;
  readonly difference: Difference<string>;
  readonly observe: (probe: Probe) => Promise<string>;
}

function observed(): readonly Observed[] {
  return [
    {
      id: 'ehlo-smtputf8',
      difference: {
        what: 'EHLO offers SMTPUTF8 since 3.0',
        since: ['3.0'],
        before: 'not offered',
        after: 'offered',
        source: 'RFC 6531; Postfix SMTPUTF8_README',
      },
      observe: (probe) => offers(probe, 'SMTPUTF8'),
    },
    {
      id: 'ehlo-chunking',
      difference: {
        what: 'EHLO offers CHUNKING since 3.4',
        since: ['3.4'],
        before: 'not offered',
        after: 'offered',
        source: 'RFC 3030; Postfix BDAT_README',
      },
      observe: (probe) => offers(probe, 'CHUNKING'),
    },
    {
      id: 'failed-login-names-user',
      difference: {
        what: 'the log line of a failed login ends in the name that was tried, since 3.9 and in late patches before',
        since: ['3.5.22', '3.6.12', '3.7.8', '3.8.3', '3.9'],
        before: 'without a name',
        after: ', sasl_username=…',
        source: 'Postfix HISTORY, smtpd_sasl_glue.c',
      },
      observe: failedLoginLine,
    },
    {
      id: 'disconnect-counts',
      difference: {
        what: 'the log line of a disconnect counts the commands since 3.0',
        since: ['3.0'],
        before: 'without counters',
        after: 'ehlo=… commands=…',
        source: 'Postfix smtpd(8)',
      },
      observe: disconnectLine,
    },
    {
      id: 'mynetworks-style',
      difference: {
        what: 'whom an unset mynetworks trusts: the whole subnet, or since 3.0 with compatibility_level >= 2 the host',
        since: ['3.0'],
        before: 'subnet',
        after: 'host',
        source: 'Postfix mynetworks_style, COMPATIBILITY_README',
      },
      // Before 2.11 there is no -x, and nothing to expand.
      observe: ({ target }) =>
        target.run('postconf -xh mynetworks_style 2>/dev/null || postconf -h mynetworks_style').then(firstLine),
    },
    {
      id: 'bare-newline',
      difference: {
        what: 'a message ends at a dot between bare newlines, until 3.9 (SMTP smuggling, CVE-2023-51764)',
        since: ['3.9'],
        before: 'ends there',
        after: 'does not end there',
        source: 'CVE-2023-51764; RFC 5321 section 2.3.8; Postfix smtpd_forbid_bare_newline',
      },
      observe: bareNewline,
    },
    {
      id: 'unauthorised-pipelining',
      difference: {
        what: 'a command sent before the reply to EHLO is refused with 554 since 3.9',
        since: ['3.9'],
        before: '250',
        after: '554',
        source: 'RFC 2920 section 3.1; Postfix smtpd_forbid_unauth_pipelining',
      },
      observe: earlyCommand,
    },
  ];
}

async function offers(probe: Probe, keyword: string): Promise<string> {
  const { extensions } = await probe.open({ port: 587, security: 'plain' });
  return extensions?.keywords[keyword] === undefined ? 'not offered' : 'offered';
}

async function failedLoginLine(probe: Probe): Promise<string> {
  const session = await probe.open({ port: 587, security: 'plain' });
  const { user } = probe.facts;
  await session.authenticate(plain({ ...user, password: `not-${user.password}` }));
  // The mark in the envelope ties the session's lines to this check.
  await session.mail(probe.sender);
  await session.rcpt(probe.foreignRecipient);
  const failed = (lines: readonly string[]) =>
    messages(lines).find((message) => message.includes('SASL PLAIN authentication failed: '));
  const line = failed(await probe.logged((lines) => failed(lines) !== undefined));
  if (line === undefined) return 'no such line';
  return /, sasl_username=\S+$/.test(line) ? ', sasl_username=…' : 'without a name';
}

async function disconnectLine(probe: Probe): Promise<string> {
  const session = await probe.open({ port: 587, security: 'plain' });
  await session.mail(probe.sender);
  await session.rcpt(probe.foreignRecipient);
  await session.quit();
  const disconnect = (lines: readonly string[]) => messages(lines).find((text) => text.startsWith('disconnect from '));
  const line = disconnect(await probe.logged((lines) => disconnect(lines) !== undefined));
  if (line === undefined) return 'no such line';
  return /\behlo=\d.* commands=\d/.test(line) ? 'ehlo=… commands=…' : 'without counters';
}

async function bareNewline(probe: Probe): Promise<string> {
  const session = await probe.open({ vantage: 'inside', port: 25, security: 'plain' });
  const { sender: from, foreignRecipient: to, token } = probe;
  await session.mail(from);
  await session.rcpt(to);
  if (!hasCode(await session.command('DATA'), 354)) return 'DATA is refused';
  // What follows the bare end is a command to a server that takes it for the end, and text to any other.
  const message = `${composeMessage({ from, to: [to], token })}text\n.\nNOOP\r\n.\r\n`;
  session.send(`${message}QUIT\r\n`, '<message with a bare end, NOOP, the proper end> QUIT');
  const queued = await session.readAnswer();
  const next = await session.readAnswer();
  if (!hasCode(queued, 250) || next.kind !== 'reply') return `${queued.kind}, then ${next.kind}`;
  // 250 is NOOP's; 221 is QUIT's; 554, since 3.9, says that QUIT came too early.
  return next.code === 250 ? 'ends there' : 'does not end there';
}

async function earlyCommand(probe: Probe): Promise<string> {
  const session = await probe.open({ port: 25, security: 'plain' });
  session.send(`EHLO ${probe.token}.early.example\r\nNOOP\r\n`);
  const answer = await session.readAnswer();
  return answer.kind === 'reply' ? String(answer.code) : answer.kind;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
