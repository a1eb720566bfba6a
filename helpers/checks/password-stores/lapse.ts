import { messages } from '../../maillog/no-mechanisms';
import type { Answer } from '../../model/answer';
import type { Transcript } from '../../model/transcript';
import { uncheckedLogin } from '../../postfix/differences';
import type { Probe } from '../../sessions/probe';
import { plain } from '../../smtp/sasl/plain';
import type { Variant } from '../../targets/target';
import { unhurried } from '../../unhurried';
import type { Check } from '../check';
import { expectReply, expectThat, fromLog } from '../shared/findings';
import { mustHaveCyrusSasl, needsPort } from '../shared/obstacles';
import { valueFor } from '../shared/value-for';

/** A password store that can't be asked for a while: how to have it so, and how to end it. */
export interface Lapse {
  readonly name: string;
  readonly words: string;
  readonly rows: readonly number[];
  /** The server on which it happens; only this lapse's checks use it. */
  readonly variant: Variant;
  /** Run on the started server, in case that the start would undo it. */
  readonly begin?: string;
  readonly end: string;
  /** What the log says of it. */
  readonly line: RegExp;
}

/** Three questions: the reply, the log, and that logins work at once when it is over. */
export function lapseChecks(lapse: Lapse): readonly Check[] {
  const check = (name: string, title: string, ask: Check['ask']): Check => ({
    id: `password-stores/${lapse.name}-${name}`,
    title: `${title} when ${lapse.words}`,
    level: 'must',
    reference: 'RFC 4954 section 6; Postfix SASL_README',
    rows: lapse.rows,
    notApplicable: (facts) => mustHaveCyrusSasl(facts) ?? needsPort(587)(facts),
    ask,
  });
  return [
    check('reply', 'answers AUTH with a technical failure', async (probe) => {
      const { during } = await observe(probe, lapse);
      return [expectReply('AUTH PLAIN', during, await valueFor(uncheckedLogin, probe))];
    }),
    check('log', 'logs the reason', async (probe) => {
      const { log } = await observe(probe, lapse);
      return [
        fromLog(
          log,
          expectThat(
            messages(log).some((message) => lapse.line.test(message)),
            String(lapse.line),
            'no such line',
          ),
        ),
      ];
    }),
    check('end', 'lets users in again, without a restart of Postfix, once that is over', async (probe) => {
      const { after } = await observe(probe, lapse);
      return [expectReply('AUTH PLAIN', after, { code: 235, enhanced: '2.7.0' })];
    }),
  ];
}

interface Seen {
  readonly during: Answer;
  readonly after: Answer;
  readonly log: readonly string[];
  readonly transcripts: readonly Transcript[];
}

// Seen once a server, judged by three checks.
const seen = new WeakMap<object, Promise<Seen>>();

async function observe(probe: Probe, lapse: Lapse): Promise<Seen> {
  const server = await probe.on(lapse.variant);
  const known = seen.get(server.target);
  const seeing = known ?? live(server, lapse);
  seen.set(server.target, seeing);
  const found = await seeing;
  if (known) probe.addTranscripts(found.transcripts);
  for (const line of found.log) probe.note(line);
  return found;
}

async function live(server: Probe, { begin, end, line }: Lapse): Promise<Seen> {
  if (begin) await server.target.run(begin);
  const since = server.target.log.position;
  const during = await logIn(server);
  await server.target.log.when((lines) => messages(lines).some((text) => line.test(text)), {
    since,
    timeoutMs: unhurried(5_000),
  });
  const log = server.target.log.linesSince(since);
  await server.target.run(end);
  const after = await logIn(server);
  return { during: during.answer, after: after.answer, log, transcripts: [during.transcript, after.transcript] };
}

async function logIn(server: Probe): Promise<{ readonly answer: Answer; readonly transcript: Transcript }> {
  const session = await server.open({ port: 587, security: 'starttls' });
  return { answer: await session.authenticate(plain(server.facts.user)), transcript: session.transcript };
}
