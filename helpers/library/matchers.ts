import { evidenceText } from '../../reports/text/evidence-text';
import { transcriptText } from '../../reports/text/transcript-text';
import { inWords, isOfClass } from '../smtp/answers';
import { WireSession } from '../smtp/wire-session';
import type { SentMail } from './send-mail';

/** The matchers as `expect` has them, to merge with the types of Jest or Vitest. */
export interface MailMatchers<R = void> {
  /**
   * That the mail reached the sink, whatever the server answered. Where that can't be told it fails and says why, and so does
   * its opposite.
   *
   * @example
   * expect(await server.send({ port: 587, security: 'starttls', user: carol })).toBeRelayed();
   */
  toBeRelayed(): R;
  /**
   * That the server refused it, with the reply code and enhanced status code if given, and nothing reached the sink. Where that
   * can't be told it fails and says why, and so does its opposite.
   *
   * @example
   * expect(await server.send({ to: 'dave@elsewhere.example' })).toBeRefused(554, '5.7.1');
   */
  toBeRefused(code?: number, enhanced?: string): R;
  /**
   * That EHLO offers each of these mechanisms; with `.not`, that it offers none of them. Where EHLO was not accepted both fail.
   *
   * @example
   * await using session = await server.session({ port: 587, security: 'starttls' });
   * expect(session).toOfferMechanisms('PLAIN', 'LOGIN');
   * expect(session).not.toOfferMechanisms('ANONYMOUS');
   */
  toOfferMechanisms(...names: readonly string[]): R;
}

/**
 * The matchers for `expect.extend`, of Jest and of Vitest.
 *
 * @example
 * expect.extend(mailMatchers);
 */
export const mailMatchers = { toBeRelayed, toBeRefused, toOfferMechanisms };

interface Judgement {
  readonly pass: boolean;
  readonly message: () => string;
}

interface MatcherContext {
  readonly isNot?: boolean | undefined;
}

function toBeRelayed(this: MatcherContext, mail: SentMail): Judgement {
  const { outcome } = mailOf(mail);
  const pass = outcome === 'relayed' ? true : outcome === 'not relayed' ? false : undefined;
  return judgement(this, { pass, fact: 'relayed', expectation: 'to be relayed', mail });
}

function toBeRefused(this: MatcherContext, mail: SentMail, code?: number, enhanced?: string): Judgement {
  const { answer, outcome } = mailOf(mail);
  const wanted = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const refused =
    answer.kind === 'reply' &&
    answer.code >= 400 &&
    (code === undefined || answer.code === code) &&
    (enhanced === undefined || answer.enhanced === enhanced);
  const known = answer.kind === 'reply' && outcome !== 'unknown';
  const pass = known ? refused && outcome === 'not relayed' : undefined;
  return judgement(this, { pass, fact: 'refused', expectation: `to be refused${wanted && ` with ${wanted}`}`, mail });
}

function toOfferMechanisms(this: MatcherContext, session: WireSession, ...names: readonly string[]): Judgement {
  if (!(session instanceof WireSession))
    throw new TypeError('toOfferMechanisms judges a session: await server.session()');
  if (names.length === 0) throw new TypeError('toOfferMechanisms needs the names of mechanisms');
  const offered = session.extensions?.authMechanisms;
  const isOffered = (name: string) => offered?.includes(name.toUpperCase()) ?? false;
  const found = this.isNot ? names.some(isOffered) : names.every(isOffered);
  const dialogue = `\n\n${transcriptText(session.transcript)}`;
  if (!offered) {
    const unknown = `can not tell whether ${names.join(', ')} would be offered`;
    return failing(this, `${unknown}: ${whyNoExtensions(session)}${dialogue}`);
  }
  return {
    pass: found,
    message: () =>
      `expected EHLO ${this.isNot ? 'not ' : ''}to offer ${names.join(', ')}; ` +
      `it offers ${offered.join(', ') || 'no AUTH'}${dialogue}`,
  };
}

/** What barred the way to EHLO, where it has not been said: the greeting, or the answer to STARTTLS. */
function whyNoExtensions({ lastEhlo, opened }: WireSession): string {
  const barring = lastEhlo ?? (isOfClass(opened, 2) ? undefined : opened);
  return barring ? `EHLO was not accepted: ${inWords(barring)}` : 'EHLO has not been said: await session.ehlo()';
}

/** `pass`: undefined where it can't be told. */
function judgement(
  context: MatcherContext,
  {
    pass,
    fact,
    expectation,
    mail,
  }: {
    readonly pass: boolean | undefined;
    readonly fact: string;
    readonly expectation: string;
    readonly mail: SentMail;
  },
): Judgement {
  const { answer, outcome, evidence } = mail;
  const saw = `the server answered ${inWords(answer)}, and ${arrivals[outcome]}\n\n${evidenceText(evidence)}`;
  if (pass === undefined) {
    return failing(context, `can not tell whether the mail was ${fact}: ${undecided[outcome]}; ${saw}`);
  }
  return { pass, message: () => `expected the mail ${context.isNot ? 'not ' : ''}${expectation}; ${saw}` };
}

/** An expectation fails so, and its opposite too. */
function failing({ isNot }: MatcherContext, reason: string): Judgement {
  return { pass: isNot === true, message: () => reason };
}

const arrivals = {
  relayed: 'it reached the sink',
  'not relayed': 'nothing reached the sink',
  waiting: 'nothing reached the sink so far',
  unknown: 'nothing reached the sink',
} as const;

const noDecidingReply = 'the server gave no reply that decides it';
const undecided = {
  relayed: noDecidingReply,
  'not relayed': noDecidingReply,
  waiting: 'it waits in the queue of the server, which could not pass it on yet',
  unknown: 'no other mail came through either',
} as const;

function mailOf(value: SentMail): SentMail {
  if (value?.evidence === undefined) throw new TypeError('this matcher judges a mail: await server.send({ … })');
  return value;
}
