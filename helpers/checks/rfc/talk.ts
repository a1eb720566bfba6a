import type { Answer } from '../../model/answer';
import type { Transcript } from '../../model/transcript';
import type { Finding } from '../../model/verdict';
import { firstSpoken, logIn } from '../../sessions/log-in';
import { openSession } from '../../sessions/open-session';
import type { Probe } from '../../sessions/probe';
import { loginRoute, type Route, serviceRoute } from '../../sessions/route';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import type { WireSession } from '../../smtp/wire-session';
import type { Target, TargetFacts } from '../../targets/target';
import { NotApplicable } from '../not-applicable';
import { control, expectReply } from '../shared/findings';

/** Where a point is asked: where other servers come, or where users best log in. */
export type Place = 'service' | 'login';

/**
 * One connection on which many points are asked, one after the other, each from a state of its own: EHLO said, no transaction,
 * nobody logged in. It is renewed where that state is not to be had, and before the server slows down for the number of errors
 * (Postfix smtpd_soft_error_limit).
 */
export class Talk {
  readonly facts: TargetFacts;
  readonly target: Target;
  readonly #route: Route;
  #session: WireSession | undefined;
  #errors = 0;
  /** How many points were asked on this connection, and whether it ended under one that was not the first. */
  #points = 0;
  #wasCutOff = false;
  #inTransaction = false;
  #inExchange = false;
  #spent = false;
  #waiting = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #login: Promise<Finding> | undefined;

  private constructor(target: Target, place: Place) {
    this.target = target;
    this.facts = target.facts;
    this.#route = place === 'service' ? serviceRoute(target.facts) : loginRoute(target.facts);
  }

  /** The one of the target, shared by all that ask it at this place. */
  static of({ target }: Probe, place: Place): Talk {
    const known = talks.get(target) ?? new Map<Place, Talk>();
    talks.set(target, known);
    const talk = known.get(place) ?? new Talk(target, place);
    known.set(place, talk);
    return talk;
  }

  /** Asks when it is its turn, and hands over what was said meanwhile. */
  async ask<T>(question: (talk: Talk) => Promise<T>, keep: (said: readonly Transcript[]) => void): Promise<T> {
    this.#waiting++;
    const turn = this.#queue.then(async () => {
      try {
        return await this.#askNow(question, keep);
      } finally {
        // Nobody is left to end it.
        if (--this.#waiting === 0) await this.#end();
      }
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #askNow<T>(question: (talk: Talk) => Promise<T>, keep: (said: readonly Transcript[]) => void): Promise<T> {
    const first = await this.#askOnce(question, keep);
    // It may have ended for what was said before, as where a server bears so many errors: asked again on one of its own.
    const settled = this.#wasCutOff ? await this.#askOnce(question, keep) : first;
    if (settled.status === 'rejected') throw settled.reason;
    return settled.value;
  }

  async #askOnce<T>(question: (talk: Talk) => Promise<T>, keep: (said: readonly Transcript[]) => void) {
    const session = await this.#ready();
    const from = session.transcript.entries.length;
    this.#points++;
    this.#wasCutOff = false;
    const [settled] = await Promise.allSettled([question(this)]);
    const { entries, ...rest } = session.transcript;
    keep([{ ...rest, entries: entries.slice(from) }]);
    return settled;
  }

  /** The session, for what is not a single line. */
  get session(): WireSession {
    if (!this.#session) throw new TypeError('nobody has asked yet');
    return this.#session;
  }

  /** Says a line, and gives the answer. */
  async say(line: string): Promise<Answer> {
    const answer = await this.session.command(line);
    // Who takes a MAIL that was meant to be refused is in a transaction too.
    if (/^MAIL/i.test(line) && isOfClass(answer, 2)) this.#inTransaction = true;
    return this.#count(answer);
  }

  /** Ends an exchange that is begun; a server that does not say so is not believed to have ended it. */
  async cancel(): Promise<Answer> {
    const answer = await this.say('*');
    if (!hasCode(answer, 501)) this.#spent = true;
    return answer;
  }

  /** Leads a whole AUTH exchange; whoever got in is not asked any further. */
  async authenticate(...exchange: Parameters<WireSession['authenticate']>): Promise<Answer> {
    return this.#count(await this.session.authenticate(...exchange));
  }

  /** Begins a transaction, with a path and parameters of one's own too; what can't be asked for want of one does not apply. */
  async mail(path = `<${this.sender}>`): Promise<Answer> {
    const answer = await this.say(`MAIL FROM:${path}`);
    if (hasCode(answer, 530))
      throw new NotApplicable('no transaction begins there without a login or TLS: MAIL is answered 530');
    // Refused, it leaves something too: Postfix remembers its size.
    this.#inTransaction = true;
    return answer;
  }

  /** That the user gets in with what is right: where nobody does, no refusal proves anything. Asked once. */
  loginWorks(): Promise<Finding> {
    const logInOnce = async () => {
      const { user, provenMechanism, replies } = this.facts;
      const { mechanisms } = loginRoute(this.facts);
      const name = provenMechanism ?? firstSpoken(mechanisms, user) ?? 'PLAIN';
      await using session = await this.open();
      return control(
        expectReply(`AUTH ${name} with what is right`, await logIn(session, name, user), ...replies.loginAccepted),
      );
    };
    this.#login ??= logInOnce();
    return this.#login;
  }

  /** The connection is not fit for any other point after this one. */
  spend(): void {
    this.#spent = true;
  }

  get sender(): string {
    return `rfc@${this.facts.senderDomain}`;
  }

  /** An address that it takes without a login. */
  get ownRecipient(): string {
    const { knowsLocalRecipient, localRecipient, domain } = this.facts;
    return knowsLocalRecipient ? localRecipient : `postmaster@${domain}`;
  }

  /** A session of its own to the same place, for what ends one; its caller disposes of it. */
  open(ehlo = true): Promise<WireSession> {
    return openSession(this.target, this.#route, { title: 'a session of its own', ehlo });
  }

  #count(answer: Answer): Answer {
    if (answer.kind === 'closed' && this.#points > 1) this.#wasCutOff = true;
    if (answer.kind !== 'reply' || hasCode(answer, 235) || hasCode(answer, 421)) this.#spent = true;
    // Within an exchange or a message a line is no command.
    this.#inExchange = isOfClass(answer, 3);
    if (isOfClass(answer, 4) || isOfClass(answer, 5)) this.#errors++;
    return answer;
  }

  async #ready(): Promise<WireSession> {
    if (this.#session && !this.#spent && !this.#inExchange && this.#inTransaction) {
      this.#inTransaction = false;
      this.#count(await this.#session.command('RSET'));
    }
    if (!this.#session || this.#spent || this.#inExchange || this.#errors > mostErrors) {
      await this.#end();
      this.#session = await openSession(this.target, this.#route, { title: 'points of RFCs' });
      this.#errors = 0;
      this.#points = 0;
      this.#spent = false;
      this.#inExchange = false;
      this.#inTransaction = false;
    }
    if (!this.#session.extensions) {
      this.#spent = true;
      throw new Error(`no session in which anything could be asked: ${inWords(this.#session.opened)}`);
    }
    return this.#session;
  }

  async #end(): Promise<void> {
    await this.#session?.[Symbol.asyncDispose]();
    this.#session = undefined;
  }
}

const talks = new WeakMap<Target, Map<Place, Talk>>();

/** Postfix delays each reply by a second after ten. */
const mostErrors = 6;
