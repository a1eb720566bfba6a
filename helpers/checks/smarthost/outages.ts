import { isSettled } from '../../maillog/accepted-message';
import type { Finding } from '../../model/verdict';
import { messageOf, type Probe } from '../../sessions/probe';
import { queuedAs } from '../../smtp/answers';
import { unhurried } from '../../unhurried';
import type { Sink } from '../../world/sink';
import type { Check } from '../check';
import { control, expectThat } from '../shared/findings';
import { anyOf, needsPostfixLog } from '../shared/obstacles';
import { arrival, expectBySmarthost, handOver } from './hand-over';
import { needsSmarthost } from './needs-smarthost';

/** What can be wrong with a smarthost for a while: mail waits for it, and neither comes back nor goes another way. */
export function outages(): readonly Check[] {
  return kinds.map((outage) => ({
    id: `smarthost/${outage.name}`,
    title: `keeps mail while the smarthost ${outage.words}, and delivers it afterwards`,
    level: 'must' as const,
    reference: outage.reference,
    notApplicable: anyOf(needsSmarthost, needsPostfixLog),
    ask: (probe: Probe) => outlast(probe, outage),
  }));
}

interface Outage {
  readonly name: string;
  readonly words: string;
  readonly reference: string;
  readonly change: Parameters<Sink['changeSmarthost']>[0];
}

const kinds: readonly Outage[] = [
  {
    name: 'no-starttls',
    words: 'offers no STARTTLS',
    reference: 'RFC 3207 section 6; Postfix smtp_tls_security_level',
    // It would take the login in the clear: whoever took STARTTLS away would too.
    change: { startTls: false, requireTls: false },
  },
  {
    name: 'login-refused',
    words: 'refuses the login with 535',
    reference: 'RFC 4954 section 6; Postfix smtp_sasl_auth_soft_bounce',
    change: { loginReply: { code: 535, enhanced: '5.7.8', text: 'Authentication credentials invalid' } },
  },
  {
    name: 'login-unavailable',
    words: 'answers the login with 454',
    reference: 'RFC 4954 section 6',
    change: { loginReply: { code: 454, enhanced: '4.7.0', text: 'Temporary authentication failure' } },
  },
  {
    name: 'away',
    words: 'turns everybody away with 421',
    reference: 'RFC 5321 section 3.8; Postfix smtp_fallback_relay',
    change: { turnAway: { code: 421, enhanced: '4.3.2', text: 'Service not available' } },
  },
];

async function outlast(probe: Probe, { name, change }: Outage): Promise<readonly Finding[]> {
  const server = await probe.on({ name: `smarthost-${name}` });
  const { sink } = server.target;
  const [before, during] = ['before', 'during'].map((when) => `${when}-${server.foreignRecipient}`) as [string, string];
  const first = await handOver(server, before);
  const well = [first.taken, ...expectBySmarthost(server, messageOf(await server.relayed(first.answer))).map(control)];
  if (well.some(({ ok }) => !ok)) return well;

  const since = { logins: sink.logins.length, messages: sink.messages.length };
  const seen: Finding[] = [];
  let deferredAt = 0;
  {
    using _outage = sink.changeSmarthost(change);
    const second = await handOver(server, during);
    seen.push(second.taken, await expectDeferred(server, queuedAs(second.answer) ?? ''));
    const sent = sink.messages.slice(since.messages).map(({ rcptTo, port }) => `${rcptTo.join(', ')} on ${port}`);
    seen.push(expectThat(sent.length === 0, 'nothing at the sink for the time being', sent.join('; ')));
    deferredAt = server.target.log.position;
  }
  const inTheClear = sink.logins.slice(since.logins).filter(({ tls }) => tls === undefined);
  // Whichever comes: the message, or that there will be none.
  const later = await flushed(server, deferredAt, [during, server.sender]);
  return [
    ...well,
    ...seen,
    expectThat(inTheClear.length === 0, 'no AUTH in the clear', `${inTheClear.length}`),
    expectThat(later?.mailFrom !== '', 'no bounce', 'a bounce'),
    ...expectBySmarthost(server, later),
  ];
}

/**
 * What comes to one of the addresses once the queue is flushed. A flush passes over what is just being tried, such as a bounce that
 * began while the smarthost was away: deferred after that, it is flushed again.
 */
async function flushed(server: Probe, since: number, addresses: readonly string[]) {
  const { log, run } = server.target;
  const arrived = arrival(server, ...addresses);
  let position = since;
  for (let times = 0; times < 5; times++) {
    await run('postqueue -f');
    const isDeferred = (line: string) => line.includes('status=deferred');
    const again = log.when((lines) => lines.some(isDeferred), { since: position, timeoutMs: unhurried(10_000) });
    position = log.position;
    if (await Promise.race([arrived.then(() => true), again.then((lines) => lines === undefined)])) break;
  }
  return arrived;
}

// …: to=<…>, relay=smarthost.elsewhere.example[203.0.113.25]:587, dsn=4.7.8, status=deferred (SASL authentication failed; …)
async function expectDeferred(server: Probe, queueId: string): Promise<Finding> {
  const lines = await server.logged((logged) => isSettled(logged, queueId), unhurried(10_000));
  const fate = lines.find((line) => line.includes(`${queueId}: to=`));
  return expectThat(fate?.includes('status=deferred') ?? false, 'the log: status=deferred', fate ?? 'nothing');
}
