import type { RelayedMessage } from '../../model/relayed-message';
import type { Finding } from '../../model/verdict';
import { messageOf, type Probe } from '../../sessions/probe';
import type { Check } from '../check';
import { expectThat } from '../shared/findings';
import { anyOf, needsPort } from '../shared/obstacles';
import { expectNoRelay } from '../shared/relay-attempt';
import { arrival, expectBySmarthost, handOver } from './hand-over';
import { needsSmarthost, smarthostOf } from './needs-smarthost';

/** Which way mail goes: all of it by the smarthost, and none of those who have no right to relay. */
export function ways(): readonly Check[] {
  const check = (name: string, title: string, reference: string, ask: Check['ask']) => ({
    id: `smarthost/${name}`,
    title,
    level: 'must' as const,
    reference,
    notApplicable: needsSmarthost,
    ask,
  });
  return [
    check('relays', 'hands the mail of its users to the smarthost, logged in there', 'RFC 4954 section 4', relays),
    check(
      'no-other-way',
      "sends nothing to the recipients' own mail exchangers behind the smarthost's back",
      'Postfix relayhost',
      sendsNothingElsewhere,
    ),
    {
      ...check(
        'untrusted-client',
        'relays nothing for a client that has not logged in, though the smarthost would take it',
        'RFC 5321 section 7.9; Postfix smtpd_relay_restrictions',
        relaysNothingForStrangers,
      ),
      notApplicable: anyOf(needsSmarthost, needsPort(25)),
    },
    check(
      'refused-recipient',
      'tells the sender when the smarthost refuses the recipient for good',
      'RFC 5321 section 6.1',
      tellsTheSender,
    ),
  ];
}

async function relays(probe: Probe): Promise<readonly Finding[]> {
  const { answer, taken } = await handOver(probe, probe.foreignRecipient);
  return [taken, ...expectBySmarthost(probe, messageOf(await probe.relayed(answer)))];
}

async function sendsNothingElsewhere(probe: Probe): Promise<readonly Finding[]> {
  const { facts, token, sender, target } = probe;
  // Two domains: each has a mail exchanger of its own.
  const recipients = [probe.foreignRecipient, `to-${token}@${facts.senderDomain}`];
  const { taken } = await handOver(probe, ...recipients);
  const found = await Promise.all(recipients.map((recipient) => arrival(probe, recipient)));
  const ports = target.sink.messages.filter(({ mailFrom }) => mailFrom === sender).map(({ port }) => port);
  const elsewhere = ports.filter((port) => port !== smarthostOf(probe).port);
  return [
    taken,
    expectThat(!found.includes(undefined), 'a message for each recipient', 'one or none'),
    expectThat(elsewhere.length === 0, "nothing on another port than the smarthost's", `port ${elsewhere.join(', ')}`),
  ];
}

async function relaysNothingForStrangers(probe: Probe): Promise<readonly Finding[]> {
  return expectNoRelay(probe, await probe.open({ port: 25, security: 'plain' }));
}

async function tellsTheSender(probe: Probe): Promise<readonly Finding[]> {
  const { sender, target, foreignRecipient } = probe;
  using _unknown = target.sink.answerWith({
    match: ({ rcptTo }) => rcptTo === foreignRecipient,
    at: 'rcpt',
    code: 550,
    enhanced: '5.1.1',
    text: 'No such user here',
  });
  const { taken } = await handOver(probe, foreignRecipient);
  const bounce = await arrival(probe, sender);
  return [
    taken,
    expectThat(bounce?.mailFrom === '', `a bounce to ${sender}`, inWords(bounce)),
    ...expectBySmarthost(probe, bounce),
    expectThat(bounce?.body.includes('5.1.1') ?? false, 'with the reason: 5.1.1', 'another, or none'),
  ];
}

function inWords(message: RelayedMessage | undefined): string {
  return message ? `a message from <${message.mailFrom}>` : 'none';
}
