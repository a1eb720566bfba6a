import type { Vantage } from '../../model/vantage';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { serviceRoute } from '../../sessions/route';
import { inWords, isOfClass } from '../../smtp/answers';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, needsLocalRecipient, needsMailPort } from '../shared/obstacles';
import { mustBeInLab } from './guesser';

/** Who refuses unknown recipients, as a server should that wants to send no bounces to strangers, tells so who is known. */
export const checks: readonly Check[] = [
  {
    id: 'attacks/asking-for-users-is-limited',
    title: 'slows down who asks for one unknown recipient after another, or ends the session',
    level: 'may',
    reference: 'Postfix smtpd_soft_error_limit, smtpd_hard_error_limit; CWE-204',
    notApplicable: anyOf(mustBeInLab, needsMailPort, needsLocalRecipient),
    ask: askForUsers,
  },
];

/** More than Postfix takes before it is slow, and less than it takes at all. */
const mostNames = 12;
const slowMs = 800;

async function askForUsers(probe: Probe): Promise<readonly Finding[]> {
  if (!probe.thorough) throw new NotApplicable('this takes seconds; --thorough asks it');
  const { facts, token } = probe;
  const vantage: Vantage = 'client:guesses-recipients';
  const isPlayed = facts.vantagePoints.some(({ name }) => name === vantage);
  const session = await probe.open({ ...serviceRoute(facts), ...(isPlayed && { vantage }) });
  const domain = facts.localRecipient.split('@')[1];
  const mail = await session.mail(probe.sender);
  const works = [
    control(expectReply('MAIL', mail, { class: 2 })),
    control(expectReply('RCPT of its own', await session.rcpt(facts.localRecipient), { class: 2 })),
  ];
  const times: number[] = [];
  const codes: number[] = [];
  for (let number = 1; number <= mostNames; number++) {
    const since = performance.now();
    const answer = await session.rcpt(`nobody-${number}-${token}@${domain}`);
    times.push(performance.now() - since);
    codes.push(answer.kind === 'reply' ? answer.code : 0);
    if (isOfClass(answer, 2)) throw new NotApplicable('it takes every name of its domain, and so tells none');
    if (codes[0] !== 0 && codes[0] === codes.at(-1)) continue;
    return [...works, expectThat(true, 'a limit', inWords(answer))];
  }
  probe.note(`answers after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  const isSlow = times.slice(-2).every((ms) => ms >= slowMs);
  return [...works, expectThat(isSlow, `a limit to ${mostNames} names`, `${mostNames} refusals, none of them late`)];
}
