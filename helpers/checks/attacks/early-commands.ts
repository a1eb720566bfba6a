import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { serviceRoute } from '../../sessions/route';
import { inWords, isOfClass } from '../../smtp/answers';
import type { Check } from '../check';
import { control, expectReply, expectThat } from '../shared/findings';
import { needsMailPort } from '../shared/obstacles';

/** Who does not wait for an answer: programs that send spam say all at once what a mail client says step by step. */
export const checks: readonly Check[] = [
  {
    id: 'attacks/early-commands-refused',
    title: 'refuses who sends a command before the answer to EHLO, which tells whether that is allowed',
    level: 'may',
    reference: 'RFC 5321 section 4.3.1; RFC 2920 section 3.1; Postfix smtpd_forbid_unauth_pipelining',
    notApplicable: needsMailPort,
    ask: sayTooMuch,
  },
];

async function sayTooMuch(probe: Probe): Promise<readonly Finding[]> {
  const route = serviceRoute(probe.facts);
  const usual = await probe.open(route);
  const session = await probe.tryToOpen(route, { ehlo: false });
  session.send(`EHLO ${probe.token}.${probe.facts.senderDomain}\r\nNOOP\r\n`);
  const answers = [await session.readAnswer(), await session.readAnswer(2_000)];
  return [
    control(expectReply('EHLO of who waits', usual.opened, { code: 250, enhanced: 'any' })),
    control(expectReply('NOOP of who waits', await usual.command('NOOP'), { class: 2 })),
    expectThat(
      !answers.every((answer) => isOfClass(answer, 2)),
      'a refusal, or the end of the session',
      answers.map((answer) => inWords(answer)).join('; '),
    ),
  ];
}
