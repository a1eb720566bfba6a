import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import { inWords } from '../../smtp/answers';
import { mechanismFor } from '../../smtp/sasl/mechanism-for';
import type { Check } from '../check';
import { expectThat, isReply, warning } from '../shared/findings';

/** Whether the user gets in at all: where nobody does, that is told once, and not by every check that logs in. */
export function usersLogin(): readonly Check[] {
  return [
    {
      id: 'authenticated-relay/user-gets-in',
      title: 'lets in the user that is known, by one of the mechanisms that it offers',
      level: 'must',
      reference: 'RFC 4954 section 4',
      rows: [19],
      notApplicable: ({ logins, loginRefused }) =>
        logins.length > 0 || loginRefused !== undefined
          ? undefined
          : 'nobody is known who can log in; a profile says so: user: { name, password }',
      ask: getsIn,
    },
  ];
}

async function getsIn(probe: Probe): Promise<readonly Finding[]> {
  const { loginRefused, refusedMechanisms = [], user, replies } = probe.facts;
  if (loginRefused !== undefined) return [expectThat(false, 'the user gets in by some mechanism', loginRefused)];
  const unusable = refusedMechanisms.map(({ name, words }) =>
    warning(
      expectThat(false, `${name} lets the user in, since it is offered`, words),
      `offered, and lets nobody in: ${name}`,
    ),
  );
  const route = loginRoute(probe.facts);
  const answers = [];
  for (const name of route.mechanisms) {
    const mechanism = mechanismFor(name, user);
    if (!mechanism) continue;
    const session = await probe.open(route);
    const answer = await session.authenticate(mechanism);
    if (replies.loginAccepted.some((one) => isReply(answer, one)))
      return [expectThat(true, 'a login', inWords(answer)), ...unusable];
    answers.push(`${name}: ${inWords(answer)}`);
  }
  return [expectThat(false, `${user.user} gets in on ${route.port}`, answers.join('; ') || 'no mechanism is offered')];
}
