import type { Answer } from '../model/answer';
import type { Security } from '../model/vantage';
import type { Finding } from '../model/verdict';
import { inWords } from '../smtp/answers';
import { anonymous } from '../smtp/sasl/anonymous';
import { plain } from '../smtp/sasl/plain';
import type { WireSession } from '../smtp/wire-session';
import type { Check } from './check';
import { control, expectReply, expectThat } from './findings';
import type { Probe } from './probe';
import { expectNoRelay } from './relay-attempt';
import { needsPort } from './routes';

/** ANONYMOUS however it is spelt, and empty identities: refused, and then no relay in the same session. */
export function anonymousNotTaken(): readonly Check[] {
  return attempts.map(({ name, title, security = 'plain', ask }) => ({
    id: `anonymous-denial/${name}`,
    title: `refuses ${title}, and then to relay`,
    level: 'must' as const,
    reference: 'RFC 4505; RFC 4616 section 2; RFC 4954 section 4',
    rows: [5],
    notApplicable: needsPort(587),
    ask: async (probe: Probe): Promise<readonly Finding[]> => {
      const control587 = await probe.open({ port: 587, security });
      const session = await probe.open({ port: 587, security });
      const right = await control587.authenticate(plain(probe.facts.user));
      const answer = await ask(session);
      return [
        control(expectReply('AUTH PLAIN with a real user', right, { code: 235, enhanced: '2.7.0' })),
        expectThat(isDenial(answer), `${title}: 535, 504, 501 or 454`, inWords(answer)),
        ...(await expectNoRelay(probe, session)),
      ];
    },
  }));
}

// 504 and 535 are RFC 4954's; 501 says that what was sent is no credential at all. Postfix since 3.1 answers 454 where
// Cyrus SASL can't look up an empty name (2.10: 535).
function isDenial(answer: Answer): boolean {
  return answer.kind === 'reply' && [454, 501, 504, 535].includes(answer.code);
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
