import { randomBytes } from 'node:crypto';
import { isSettled } from '../maillog/accepted-message';
import { maskLine } from '../maillog/mask-line';
import { relatedLines } from '../maillog/related-lines';
import type { Answer } from '../model/answer';
import type { Evidence } from '../model/evidence';
import type { RelayedMessage } from '../model/relayed-message';
import type { Transcript } from '../model/transcript';
import type { Security, Vantage } from '../model/vantage';
import { hasCode, inWords, isOfClass, queuedAs } from '../smtp/answers';
import { type NodemailerOptions, type NodemailerResult, sendWithNodemailer } from '../smtp/nodemailer-session';
import { WireSession } from '../smtp/wire-session';
import type { Target, TargetFacts, Variant } from '../targets/target';
import { markerOf } from './marker';
import { patienceMs } from './patience';

/** Where a session goes: from a vantage point (outside, unless said) to a port, in a state of security. */
export interface Route {
  readonly vantage?: Vantage;
  readonly port: number;
  readonly security: Security;
}

/** What a check has in hand: sessions to the target, its sink and log; it keeps the evidence of all that is done. */
export class Probe implements AsyncDisposable {
  readonly facts: TargetFacts;
  readonly target: Target;
  /** Occurs in every address and HELO name of this check, so that its traces are found in log and sink. */
  readonly token: string;
  readonly #showSecrets: boolean;
  readonly #since: number;
  readonly #sessions: WireSession[] = [];
  readonly #transcripts: Transcript[] = [];
  readonly #notes: string[] = [];
  readonly #elsewhere: Probe[] = [];

  constructor(target: Target, { showSecrets = false, token = `t${randomBytes(5).toString('hex')}` } = {}) {
    this.target = target;
    this.facts = target.facts;
    this.token = token;
    this.#showSecrets = showSecrets;
    this.#since = target.log.position;
  }

  get sender(): string {
    return `from-${this.token}@${this.facts.senderDomain}`;
  }

  get foreignRecipient(): string {
    return `to-${this.token}@${this.facts.foreignDomain}`;
  }

  /** The same check's probe on a changed server of the target's kind, given back with this one. */
  async on(variant: Variant): Promise<Probe> {
    const target = await this.target.variant(variant);
    const probe = new Probe(target, { showSecrets: this.#showSecrets, token: this.token });
    this.#elsewhere.push(probe);
    return probe;
  }

  /** Opens a session in which EHLO has been said. Throws `NotServed` where the server gives no such session. */
  async open(route: Route): Promise<WireSession> {
    const session = await this.tryToOpen(route);
    if (!session.extensions) throw new NotServed(session);
    return session;
  }

  /** The same for a check that is about the opening: its greeting may be anything. Ended with the probe. */
  async tryToOpen(route: Route): Promise<WireSession> {
    const session = await WireSession.open(this.#options(route));
    this.#sessions.push(session);
    if (hasCode(session.opened, 220) && !session.extensions) await session.ehlo();
    return session;
  }

  /** Sends one mail as an application would. */
  async sendByNodemailer(
    route: Route,
    mail: Pick<NodemailerOptions, 'from' | 'to' | 'message' | 'credentials' | 'method'>,
  ): Promise<NodemailerResult> {
    const result = await sendWithNodemailer({ ...this.#options(route), ...mail });
    this.#transcripts.push(result.transcript);
    return result;
  }

  /**
   * What the sink got of this check. Waits for the message where the server took it (`answer`, to the end of DATA);
   * else, and where the server settles it otherwise, until a later message came through.
   */
  async relayed(answer?: Answer): Promise<RelayedMessage | 'nothing' | 'can not tell'> {
    const found = () => this.target.sink.find((message) => carries(message, this.token));
    const queueId = this.facts.log === 'postfix' && answer ? queuedAs(answer) : undefined;
    if (queueId) {
      const settled = (lines: readonly string[]) => found() !== undefined || isSettled(lines, queueId);
      await this.target.log.when(settled, { since: this.#since, timeoutMs: 10_000 });
    }
    if (answer && isOfClass(answer, 2) && !found() && !queueId) await this.#arrives();
    const already = found();
    if (already) return already;
    if (!(await markerOf(this.target).comesThrough())) return 'can not tell';
    return found() ?? 'nothing';
  }

  /** Waits for what was taken, where the log does not tell what becomes of it. */
  async #arrives(): Promise<void> {
    const isOurs = (message: RelayedMessage) => carries(message, this.token);
    // Whether it came is looked up afterwards.
    await this.target.sink.waitForMessage(isOurs, { timeoutMs: 5_000, what: 'the message' }).catch(() => {});
  }

  /** The lines that the server logged about this check so far. */
  get logLines(): readonly string[] {
    return relatedLines(this.target.log.linesSince(this.#since), this.token);
  }

  /** Waits until the server has logged enough about this check; the lines so far when it never does. */
  async logged(enough: (lines: readonly string[]) => boolean, timeoutMs = 5_000): Promise<readonly string[]> {
    const enoughOfOurs = (lines: readonly string[]) => enough(relatedLines(lines, this.token));
    await this.target.log.when(enoughOfOurs, { since: this.#since, timeoutMs });
    return this.logLines;
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  /** Adds the evidence of something that was observed elsewhere. */
  addTranscripts(transcripts: readonly Transcript[]): void {
    this.#transcripts.push(...transcripts);
  }

  evidence(): Evidence {
    const own: Evidence = {
      transcripts: [...this.#transcripts, ...this.#sessions.map(({ transcript }) => transcript)],
      logLines: this.#showSecrets
        ? this.logLines
        : this.logLines.map((line) => maskLine(line).replaceAll(this.facts.user.password, '<secret>')),
      relayed: this.target.sink.messages.filter((message) => carries(message, this.token)),
      dnsQueries: this.target.dns.queries.filter(({ name }) => name.includes(this.token)),
      notes: this.#notes,
    };
    return this.#elsewhere.map((probe) => probe.evidence()).reduce(joined, own);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#sessions, ...this.#elsewhere].map((one) => one[Symbol.asyncDispose]()));
    await Promise.all(this.#elsewhere.map(({ target }) => target[Symbol.asyncDispose]()));
  }

  #options({ vantage = 'outside', port, security }: Route) {
    return {
      ...this.target.clientAddress(vantage, port),
      title: `${vantage} → ${port}${security === 'plain' ? '' : `, ${security}`}`,
      security,
      timeoutMs: patienceMs(this.target),
      clientName: `${this.token}.${this.facts.senderDomain}`,
      showSecrets: this.#showSecrets,
    };
  }
}

/** That the server gave no session in which anything could be asked: no answer to the check. */
class NotServed extends Error {
  constructor({ transcript, opened }: WireSession) {
    super(`no session ${transcript.title}: ${inWords(opened)}`);
    this.name = 'NotServed';
  }
}

function joined(first: Evidence, second: Evidence): Evidence {
  return {
    transcripts: [...first.transcripts, ...second.transcripts],
    logLines: [...first.logLines, ...second.logLines],
    relayed: [...first.relayed, ...second.relayed],
    dnsQueries: [...first.dnsQueries, ...second.dnsQueries],
    notes: [...first.notes, ...second.notes],
  };
}

function carries({ mailFrom, rcptTo, headers }: RelayedMessage, token: string): boolean {
  return [mailFrom, ...rcptTo, ...headers.map(({ value }) => value)].some((text) => text.includes(token));
}
