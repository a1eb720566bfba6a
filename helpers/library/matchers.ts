import { evidenceText } from '../../reports/text/evidence-text';
import { transcriptText } from '../../reports/text/transcript-text';
import { inWords } from '../smtp/answers';
import { WireSession } from '../smtp/wire-session';
import type { SentMail } from './send-mail';

/** The matchers as `expect` has them, to merge with the types of Jest or Vitest. */
export interface MailMatchers<R = void> {
  /** That the mail reached the sink, whatever the server answered. */
  toBeRelayed(): R;
  /** That the server refused it, with the reply code and enhanced status code if given, and nothing reached the sink. */
  toBeRefused(code?: number, enhanced?: string): R;
  /** That EHLO offers each of these mechanisms; with `.not`, that it offers none of them. */
  toOfferMechanisms(...names: readonly string[]): R;
}

/** For `expect.extend`, of Jest and of Vitest. */
export const mailMatchers = { toBeRelayed, toBeRefused, toOfferMechanisms };

interface Judgement {
  readonly pass: boolean;
  readonly message: () => string;
}

interface MatcherContext {
  readonly isNot?: boolean | undefined;
}

function toBeRelayed(this: MatcherContext, mail: SentMail): Judgement {
  const pass = mailOf(mail).relayed === 'can not tell' ? undecided(this) : typeof mail.relayed !== 'string';
  return judged(pass, `the mail ${this.isNot ? 'not ' : ''}to be relayed`, mail);
}

function toBeRefused(this: MatcherContext, mail: SentMail, code?: number, enhanced?: string): Judgement {
  const { answer, relayed } = mailOf(mail);
  const wanted = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const refused =
    answer.kind === 'reply' &&
    answer.code >= 400 &&
    (code === undefined || answer.code === code) &&
    (enhanced === undefined || answer.enhanced === enhanced);
  const known = answer.kind === 'reply' && relayed !== 'can not tell';
  const pass = known ? refused && relayed === 'nothing' : undecided(this);
  return judged(pass, `the mail ${this.isNot ? 'not ' : ''}to be refused${wanted && ` with ${wanted}`}`, mail);
}

function toOfferMechanisms(this: MatcherContext, session: WireSession, ...names: readonly string[]): Judgement {
  if (!(session instanceof WireSession))
    throw new TypeError('toOfferMechanisms judges a session: await server.session()');
  if (names.length === 0) throw new TypeError('toOfferMechanisms needs the names of mechanisms');
  const offered = session.extensions?.authMechanisms;
  const isOffered = (name: string) => offered?.includes(name.toUpperCase()) ?? false;
  const found = this.isNot ? names.some(isOffered) : names.every(isOffered);
  return {
    pass: offered ? found : undecided(this),
    message: () =>
      `expected EHLO ${this.isNot ? 'not ' : ''}to offer ${names.join(', ')}; ` +
      `${offered ? `it offers ${offered.join(', ') || 'no AUTH'}` : 'it was not accepted'}\n\n` +
      transcriptText(session.transcript),
  };
}

/** Where nothing is known, an expectation fails, and so does its opposite. */
function undecided({ isNot }: MatcherContext): boolean {
  return isNot === true;
}

function judged(pass: boolean, expectation: string, { answer, relayed, evidence }: SentMail): Judgement {
  const arrived = typeof relayed === 'string' ? arrivals[relayed] : 'it reached the sink';
  return {
    pass,
    message: () =>
      `expected ${expectation}; the server answered ${inWords(answer)}, and ${arrived}\n\n${evidenceText(evidence)}`,
  };
}

const arrivals = {
  nothing: 'nothing reached the sink',
  'can not tell': 'it can not be told whether it relays: no other mail came through either',
} as const;

function mailOf(value: SentMail): SentMail {
  if (value?.evidence === undefined) throw new TypeError('this matcher judges a mail: await server.send({ … })');
  return value;
}
