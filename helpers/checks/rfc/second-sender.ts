import { firstSpoken, logIn } from '../../sessions/log-in';
import { messageOf } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import { isOfClass } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, mustReachSink, needsUser } from '../shared/obstacles';
import { expectArrived } from '../shared/relay-attempt';

/** A command that is refused changes nothing. */
export const checks: readonly Check[] = [
  {
    id: 'rfc/second-mail-keeps-sender',
    title: 'keeps the first sender where it refuses a second MAIL',
    level: 'must',
    reference: 'RFC 5321 section 4.1.4',
    notApplicable: anyOf(needsUser, mustReachSink),
    ask: async (probe) => {
      const { sender, foreignRecipient: to, token, facts } = probe;
      const route = loginRoute(facts);
      const session = await probe.open(route);
      const name = facts.provenMechanism ?? firstSpoken(route.mechanisms, facts.user) ?? 'PLAIN';
      const login = await logIn(session, name, facts.user);
      const first = await session.mail(sender);
      const second = await session.mail(`second-${token}@${facts.senderDomain}`);
      if (isOfClass(second, 2)) throw new NotApplicable('it takes a second MAIL: rfc/mail-twice-503');
      const rcpt = await session.rcpt(to);
      const data = isOfClass(rcpt, 2) ? await session.data(composeMessage({ from: sender, to: [to], token })) : rcpt;
      const said = [
        control(expectReply(`AUTH ${name}`, login, ...facts.replies.loginAccepted)),
        control(expectReply('MAIL', first, { class: 2 })),
        expectReply('the message after a second MAIL that is refused', data, { class: 2 }),
      ];
      if (!isOfClass(data, 2)) return said;
      const relayed = await probe.relayed(data);
      const from = messageOf(relayed)?.mailFrom ?? 'nobody';
      return [...said, control(expectArrived(relayed)), expectThat(from === sender, `it comes from ${sender}`, from)];
    },
  },
];
