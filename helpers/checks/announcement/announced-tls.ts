import type { Probe } from '../../sessions/probe';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import type { Check } from '../check';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, mustBeHowto, needsLocalRecipient, needsPort, needsTls } from '../shared/obstacles';
import { attempt } from '../shared/relay-attempt';

/** STARTTLS as the how-to sets it up: offered, working with the certificate that it names, and nobody's duty. */
export function announcedTls(): readonly Check[] {
  const reference = 'RFC 3207 sections 4 and 4.2; Postfix smtpd_tls_security_level';
  return [
    ...[25, 587].map(
      (port): Check => ({
        id: `announcement/starttls-on-${port}`,
        title: `offers STARTTLS on ${port}, and no more once TLS is there`,
        level: 'must',
        reference,
        rows: [13],
        notApplicable: anyOf(needsPort(port), needsTls(port)),
        ask: (probe) => offersStartTls(probe, port),
      }),
    ),
    ...[25, 587, 465].map(
      (port): Check => ({
        id: `announcement/certificate-on-${port}`,
        title: `shows a certificate with the server's name on ${port}`,
        level: 'must',
        reference: 'RFC 6125 section 6.4; Postfix smtpd_tls_cert_file',
        rows: [13],
        notApplicable: anyOf(mustBeHowto, needsPort(port)),
        ask: (probe) => showsCertificate(probe, port),
      }),
    ),
    {
      id: 'announcement/mail-without-tls',
      title: 'takes mail for its own domain from a client that does not use TLS',
      level: 'must',
      reference: 'RFC 2487 section 5; Postfix smtpd_tls_security_level',
      rows: [13],
      notApplicable: anyOf(needsPort(25), needsLocalRecipient),
      ask: takesMailWithoutTls,
    },
  ];
}

async function offersStartTls(probe: Probe, port: number) {
  const session = await probe.open({ port, security: 'plain' });
  const before = session.extensions?.keywords.STARTTLS !== undefined;
  const answer = await session.startTls();
  if (hasCode(answer, 220)) await session.ehlo();
  const after = session.extensions?.keywords.STARTTLS !== undefined;
  return [
    expectThat(before, 'STARTTLS in the reply to EHLO', 'none'),
    expectReply('STARTTLS', answer, ...probe.facts.replies.tlsReady),
    expectThat(session.tls !== undefined, 'a TLS session', 'none'),
    expectThat(!after, 'no STARTTLS within TLS', 'STARTTLS'),
  ];
}

async function showsCertificate(probe: Probe, port: number) {
  // Whether it can be verified is another question: tls/certificate-verified.
  const route = { port, security: port === 465 ? 'implicit-tls' : 'starttls' } as const;
  const session = await probe.tryToOpen(route, { trust: 'anybody' });
  const { hostname } = probe.facts;
  const names = session.certificateNames;
  return [
    control(expectThat(session.tls !== undefined, 'a TLS session', inWords(session.opened))),
    expectThat(names.includes(hostname), `a certificate for ${hostname}`, names.join(', ') || 'none'),
  ];
}

async function takesMailWithoutTls(probe: Probe) {
  const session = await probe.open({ port: 25, security: 'plain' });
  const { rcpt, last } = await attempt(probe, session, probe.facts.localRecipient);
  return [
    control(expectThat(session.tls === undefined, 'no TLS', session.tls ?? '')),
    expectReply(`RCPT ${probe.facts.localRecipient}`, rcpt ?? last, ...probe.facts.replies.recipientTaken),
    expectThat(isOfClass(last, 2), 'the message is taken: 2yz', inWords(last)),
  ];
}
