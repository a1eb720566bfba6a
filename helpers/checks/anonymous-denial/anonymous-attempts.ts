import type { Answer } from '../../model/answer';
import type { Security } from '../../model/vantage';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute, type Route } from '../../sessions/route';
import { inWords } from '../../smtp/answers';
import { anonymous } from '../../smtp/sasl/anonymous';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { control, expectReply, expectThat, unseen } from '../shared/findings';
import { needsMechanism, needsPort } from '../shared/obstacles';
import { expectNoRelay } from '../shared/relay-attempt';

/** ANONYMOUS however it is spelt, and empty identities: refused, and then no relay in the same session. */
export function anonymousNotTaken(): readonly Check[] {
  return attempts.map(({ name, title, security = 'plain', ask }) => ({
    id: `anonymous-denial/${name}`,
    title: `refuses ${title}, and then to relay`,
    level: 'must' as const,
    reference: 'RFC 4505; RFC 4616 section 2; RFC 4954 section 4',
    rows: [5],
    notApplicable: (facts: TargetFacts) => (facts.configuration === 'howto' ? needsPort(587)(facts) : undefined),
    ask: async (probe: Probe): Promise<readonly Finding[]> => {
      const route = routeFor(probe.facts, security);
      const realUser = await expectRealUser(probe, route);
      const session = await probe.open(route);
      const answer = await ask(session);
      return [...realUser, expectDenial(title, answer, probe.facts), ...(await expectNoRelay(probe, session))];
    },
  }));
}

/** Where users log in; where nobody is known who can, the best that the server has. */
function routeFor(facts: TargetFacts, security: Security): Route {
  const first = { port: 587, security };
  // A server may have PLAIN in TLS alone, and others before it.
  if (needsMechanism('PLAIN')(facts) === undefined) return loginRoute(facts, { mechanism: 'PLAIN', first });
  if (facts.logins.length > 0) return loginRoute(facts, { first });
  const port = [587, 465, 25].find((one) => facts.ports.some((own) => own.port === one)) ?? 25;
  if (port === 465) return { port, security: 'implicit-tls' };
  return { port, security: facts.starttls.includes(port) ? 'starttls' : 'plain' };
}

async function expectRealUser(probe: Probe, route: Route): Promise<readonly Finding[]> {
  const { user, replies } = probe.facts;
  if (needsMechanism('PLAIN')(probe.facts) !== undefined) return [];
  const session = await probe.open(route);
  const right = await session.authenticate(plain(user));
  return [control(expectReply('AUTH PLAIN with a real user', right, ...replies.loginAccepted))];
}

// 504 and 535 are RFC 4954's; 501 says that what was sent is no credential at all. Postfix since 3.1 answers 454 where
// Cyrus SASL can't look up an empty name (2.10: 535). A server that offers no AUTH refuses it in words of its own.
function expectDenial(title: string, answer: Answer, { configuration }: TargetFacts): Finding {
  const denial = (ok: boolean) => expectThat(ok, `${title}: a refusal`, inWords(answer));
  // 421 says that the server closes down, to whomever and whatever they say.
  if (answer.kind !== 'reply' || answer.code === 421) return unseen(denial(false));
  return denial(configuration === 'howto' ? [454, 501, 504, 535].includes(answer.code) : answer.code >= 400);
}

const attempts: readonly {
  readonly name: string;
  readonly title: string;
  readonly security?: Security;
  readonly ask: (session: WireSession) => Promise<Answer>;
}[] = [
  {
    name: 'bare',
    title: 'AUTH ANONYMOUS',
    ask: (session) => session.authenticate(anonymous(), { initialResponse: false }),
  },
  {
    name: 'with-trace',
    title: 'AUTH ANONYMOUS with a trace',
    ask: (session) => session.authenticate(anonymous('trace@client.example')),
  },
  {
    name: 'lower-case',
    title: 'auth anonymous in lower case',
    ask: (session) => answerAll(session, 'auth anonymous', ''),
  },
  {
    name: 'after-starttls',
    title: 'AUTH ANONYMOUS after STARTTLS',
    security: 'starttls',
    ask: (session) => session.authenticate(anonymous('trace@client.example')),
  },
  {
    name: 'plain-empty-identity',
    title: 'AUTH PLAIN with empty name and password',
    ask: (session) => session.authenticate(plain({ user: '', password: '' })),
  },
  {
    name: 'plain-equals-sign',
    title: 'AUTH PLAIN with the empty response =',
    ask: (session) => session.command('AUTH PLAIN ='),
  },
  {
    name: 'login-empty-answers',
    title: 'AUTH LOGIN with empty answers',
    ask: (session) => answerAll(session, 'AUTH LOGIN', ''),
  },
];

/** Says the command, then the same answer to each challenge; a server that goes on asking is not followed for ever. */
async function answerAll(session: WireSession, command: string, response: string): Promise<Answer> {
  let answer = await session.command(command);
  for (let step = 0; step < 5 && answer.kind === 'reply' && answer.code === 334; step++) {
    answer = await session.command(response);
  }
  return answer;
}
