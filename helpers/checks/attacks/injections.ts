import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute, type Route, serviceRoute } from '../../sessions/route';
import { inWords, isOfClass } from '../../smtp/answers';
import type { Check } from '../check';
import { expectCode } from '../rfc/expect-code';
import { control, expectReply, expectThat } from '../shared/findings';
import { needsMailPort, needsTls, type Obstacle } from '../shared/obstacles';
import { expectNoRelay } from '../shared/relay-attempt';

/** Bytes that come where they have no business: beside STARTTLS, in front of a login, and where a proxy speaks. */
export function injections(): readonly Check[] {
  return [
    ...[25, 587].map(
      (port): Check => ({
        id: `attacks/starttls-injection-on-${port}`,
        title: `obeys nothing on ${port} within TLS that was said in clear behind STARTTLS`,
        level: 'must',
        reference: 'RFC 3207 section 4.2; CVE-2011-0411, CVE-2021-33515',
        rows: [13],
        notApplicable: hasTls(port),
        ask: (probe) => injectIntoTls(probe, port),
      }),
    ),
    {
      id: 'attacks/xclient-refused',
      title: 'does not believe a stranger who says by XCLIENT to come from a trusted address, nor relays for them',
      level: 'must',
      reference: 'Postfix smtpd_authorized_xclient_hosts; docs/failure-modes/open-relay/xclient-for-everybody.md',
      rows: [10],
      notApplicable: needsMailPort,
      ask: claimAddress,
    },
    {
      id: 'attacks/endless-auth-line',
      title: 'refuses an AUTH line of 64 KiB, lets nobody in by it, and serves the next client',
      level: 'must',
      reference: 'RFC 4954 section 4 (500 5.5.6); RFC 5321 section 4.5.3.1',
      ask: endlessLine,
    },
  ];
}

function hasTls(port: number): Obstacle {
  return (facts) =>
    facts.ports.some((one) => one.port === port) ? needsTls(port)(facts) : `the target is not asked on port ${port}`;
}

/** The injected command would be answered within TLS, before the EHLO that the client says there. */
async function injectIntoTls(probe: Probe, port: number): Promise<readonly Finding[]> {
  const usual = await probe.open({ port, security: 'plain' });
  await usual.startTls();
  const works = control(expectThat(usual.tls !== undefined, 'TLS without them', 'none'));
  const session = await probe.open({ port, security: 'plain' });
  const ready = await session.startTls('XYZZY injected\r\n');
  // One that ends the session, or takes no TLS with such bytes in front, has obeyed nothing.
  if (session.tls === undefined) {
    probe.note(`no TLS came about: ${inWords(ready)}`);
    return [works, expectThat(!isOfClass(ready, 3), 'no TLS, and nothing else', inWords(ready))];
  }
  // By itself: who says HELO where EHLO is not known would take the answer to what was injected for that.
  const hello = await session.command(`EHLO ${probe.token}.${probe.facts.senderDomain}`);
  const noop = await session.command('NOOP');
  return [
    works,
    expectCode('the first reply within TLS: that to EHLO', hello, 250),
    expectCode('the next: that to NOOP', noop, 250),
  ];
}

async function claimAddress(probe: Probe): Promise<readonly Finding[]> {
  const { trusted = [] } = probe.facts;
  const session = await probe.open(serviceRoute(probe.facts));
  const offered = session.extensions?.keywords.XCLIENT !== undefined;
  const [address = '127.0.0.1'] = probe.facts.vantagePoints.flatMap(({ name, address }) =>
    name === 'inside' && trusted.length > 0 ? [address] : [],
  );
  const answer = await session.command(`XCLIENT NAME=localhost ADDR=${address}`);
  // One that took it greets anew.
  if (isOfClass(answer, 2)) await session.ehlo();
  return [
    expectThat(!offered, 'EHLO without XCLIENT', 'XCLIENT'),
    expectThat(!isOfClass(answer, 2), `XCLIENT ADDR=${address}: a refusal`, inWords(answer)),
    ...(await expectNoRelay(probe, session)),
  ];
}

async function endlessLine(probe: Probe): Promise<readonly Finding[]> {
  const route = bestRoute(probe);
  const session = await probe.open(route);
  session.send(`AUTH PLAIN ${'A'.repeat(65_536)}\r\n`, 'AUTH PLAIN <65536 letters>');
  const answer = await session.readAnswer();
  const next = await probe.tryToOpen(route);
  return [
    expectThat(!isOfClass(answer, 2) && !isOfClass(answer, 3), 'AUTH: a refusal', inWords(answer)),
    control(expectThat(answer.kind !== 'garbage', 'a reply, or the end', inWords(answer))),
    control(expectReply('NOOP of the next client', await next.command('NOOP'), { class: 2 })),
    expectCode('EHLO of the next client', next.opened, 250),
  ];
}

function bestRoute({ facts }: Probe): Route {
  return facts.logins.length > 0 ? loginRoute(facts) : serviceRoute(facts);
}
