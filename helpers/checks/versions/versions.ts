import { messages } from '../../maillog/no-mechanisms';
import {
  bareNewlineEndsMail,
  commandBeforeReply,
  type Difference,
  disconnectCountsCommands,
  failedLoginNamesUser,
  offersChunking,
  offersSmtputf8,
  trustedByDefault,
} from '../../postfix/differences';
import type { Probe } from '../../sessions/probe';
import { hasCode } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import { plain } from '../../smtp/sasl/plain';
import type { Check, Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { expectThat } from '../shared/findings';
import { mustBeOurs, needsPort } from '../shared/obstacles';
import { valueFor } from '../shared/value-for';

/** What differs between the versions of Postfix, and that the server does as its own version does. */
export const versions: Suite = {
  id: 'versions',
  title: 'Versions',
  why: 'An upgrade of Postfix changes what clients see: who knows the difference does not look for a fault in the configuration.',
  checks: [...observed().map(asCheck), ...checksBeside(__dirname)],
};

function asCheck({ id, difference, observe }: Observed): Check {
  return {
    id: `versions/${id}`,
    title: `does as its version does: ${difference.what}`,
    level: 'must',
    reference: difference.source,
    rows: [1],
    notApplicable: (facts) => mustBeOurs(facts) ?? needsPort(587)(facts) ?? needsPort(25)(facts),
    ask: async (probe) => {
      const { versions: running } = await probe.target.summary();
      const expected = await valueFor(difference, probe);
      const saw = await observe(probe);
      return [expectThat(saw === expected, `${expected}, as Postfix ${running.postfix} does`, saw)];
    },
  };
}

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
      difference: offersSmtputf8,
      observe: (probe) => offers(probe, 'SMTPUTF8'),
    },
    {
      id: 'ehlo-chunking',
      difference: offersChunking,
      observe: (probe) => offers(probe, 'CHUNKING'),
    },
    {
      id: 'failed-login-names-user',
      difference: failedLoginNamesUser,
      observe: failedLoginLine,
    },
    {
      id: 'disconnect-counts',
      difference: disconnectCountsCommands,
      observe: disconnectLine,
    },
    {
      id: 'mynetworks-style',
      difference: trustedByDefault,
      // Before 2.11 there is no -x, and nothing to expand.
      observe: ({ target }) =>
        target.run('postconf -xh mynetworks_style 2>/dev/null || postconf -h mynetworks_style').then(firstLine),
    },
    {
      id: 'bare-newline',
      difference: bareNewlineEndsMail,
      observe: bareNewline,
    },
    {
      id: 'unauthorised-pipelining',
      difference: commandBeforeReply,
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
